create table sales_days (
    book           text    not null,
    day            date    not null,
    currency       text    not null,
    orders         integer not null,
    sold_minor     bigint  not null,
    refunds        integer not null,
    refunded_minor bigint  not null,
    constraint pk_sales_days primary key (book, day, currency)
);

alter table sales_refunds add column book text not null default 'Live';
update sales_refunds set book = (select o.book from sales_orders o where o.id = sales_refunds.order_id);
drop index ix_sales_refunds_status_requested_at;
create index ix_sales_refunds_book_status_requested_at on sales_refunds (book, status, requested_at);
create index ix_sales_refunds_book_requested_at on sales_refunds (book, requested_at);
drop index ix_sales_orders_paid_at;
create index ix_sales_orders_book_paid_at on sales_orders (book, paid_at);
