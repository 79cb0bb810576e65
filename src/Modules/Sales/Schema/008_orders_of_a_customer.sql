drop index ix_sales_orders_customer_id_placed_at;
create index ix_sales_orders_customer_id_book_placed_at_id on sales_orders (customer_id, book, placed_at, id);
