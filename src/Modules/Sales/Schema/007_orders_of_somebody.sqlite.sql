create index ix_sales_orders_book_buyer_email_lower on sales_orders (book, buyer_email_lower);
