create index ix_sales_orders_buyer_name_lower on sales_orders (buyer_name_lower);
