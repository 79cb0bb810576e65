alter table sales_refunds add column cause text;

create table sales_order_notes (
    id        uuid        not null constraint pk_sales_order_notes primary key,
    order_id  uuid        not null constraint fk_sales_order_notes_order_id references sales_orders (id) on delete cascade,
    author_id text        not null,
    author    text        not null,
    text      text        not null,
    at        timestamptz not null,
    edited_at timestamptz
);
create index ix_sales_order_notes_order_id on sales_order_notes (order_id);
