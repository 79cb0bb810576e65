alter table sales_orders add column buyer_name_lower text;
update sales_orders set buyer_name_lower = lower(buyer_name) where buyer_name is not null;
alter table sales_orders add column declined_at timestamptz;

drop index ix_sales_orders_placed_at_id;
drop index ix_sales_orders_status_placed_at_id;
create index ix_sales_orders_book_placed_at_id on sales_orders (book, placed_at, id);
create index ix_sales_orders_book_status_placed_at_id on sales_orders (book, status, placed_at, id);
create index ix_sales_orders_book_country_placed_at_id on sales_orders (book, country, placed_at, id);
create index ix_sales_order_lines_product_id_order_id on sales_order_lines (product_id, order_id);

-- Thousandths of the currency's unit, so that totals of currencies with other digits sort side by side.
alter table sales_orders add column total_rank bigint not null default 0;
update sales_orders set total_rank = total_minor * case
    when total_currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 1000
    when total_currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1
    else 10 end;
create index ix_sales_orders_book_total_rank_id on sales_orders (book, total_rank, id);
