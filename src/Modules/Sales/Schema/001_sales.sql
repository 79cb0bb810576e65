create table sales_carts (
    id         uuid        not null constraint pk_sales_carts primary key,
    currency   text        not null,
    country    text,
    email      text,
    version    integer     not null,
    status     text        not null,
    book       text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null
);
create index ix_sales_carts_expires_at on sales_carts (expires_at);

create table sales_cart_lines (
    cart_id             uuid        not null constraint fk_sales_cart_lines_cart_id references sales_carts (id) on delete cascade,
    product_id          uuid        not null,
    title               text        not null,
    quantity            integer     not null,
    seen_price_minor    bigint      not null,
    seen_price_currency text        not null,
    added_at            timestamptz not null,
    constraint pk_sales_cart_lines primary key (cart_id, product_id)
);

create table sales_orders (
    id                uuid        not null constraint pk_sales_orders primary key,
    number            text        not null,
    customer_id       uuid        not null,
    buyer_email       text        not null,
    buyer_email_lower text        not null,
    buyer_name        text,
    country           text,
    status            text        not null,
    origin            text        not null,
    book              text        not null,
    total_minor       bigint      not null,
    total_currency    text        not null,
    refunded_minor    bigint      not null,
    placed_at         timestamptz not null,
    paid_at           timestamptz,
    canceled_at       timestamptz,
    expires_at        timestamptz not null,
    cart_id           uuid,
    cart_version      integer,
    last_event        bigint      not null
);
create unique index ix_sales_orders_number on sales_orders (number);
create unique index ix_sales_orders_cart_id_cart_version on sales_orders (cart_id, cart_version);
create index ix_sales_orders_customer_id_placed_at on sales_orders (customer_id, placed_at);
create index ix_sales_orders_buyer_email_lower on sales_orders (buyer_email_lower);
create index ix_sales_orders_placed_at_id on sales_orders (placed_at, id);
create index ix_sales_orders_status_placed_at_id on sales_orders (status, placed_at, id);
create index ix_sales_orders_paid_at on sales_orders (paid_at);
create index ix_sales_orders_expires_at on sales_orders (expires_at) where status = 'Placed';

create table sales_order_lines (
    id                  uuid    not null constraint pk_sales_order_lines primary key,
    order_id            uuid    not null constraint fk_sales_order_lines_order_id references sales_orders (id) on delete cascade,
    position            integer not null,
    seller_id           uuid    not null,
    product_id          uuid    not null,
    slug                text    not null,
    title               text    not null,
    kind                text    not null,
    cover_seed          integer not null,
    quantity            integer not null,
    unit_price_minor    bigint  not null,
    unit_price_currency text    not null,
    tax_minor           bigint  not null,
    tax_currency        text    not null,
    total_minor         bigint  not null,
    total_currency      text    not null,
    issues_license      boolean not null,
    download_limit      integer,
    refund_days         integer not null
);
create unique index ix_sales_order_lines_order_id_position on sales_order_lines (order_id, position);

create table sales_order_adjustments (
    line_id           uuid    not null constraint fk_sales_order_adjustments_line_id references sales_order_lines (id) on delete cascade,
    position          integer not null,
    kind              text    not null,
    source            text    not null,
    rate_basis_points integer,
    base_minor        bigint  not null,
    base_currency     text    not null,
    amount_minor      bigint  not null,
    amount_currency   text    not null,
    rule              text,
    constraint pk_sales_order_adjustments primary key (line_id, position)
);

create table sales_refunds (
    id                uuid        not null constraint pk_sales_refunds primary key,
    order_id          uuid        not null constraint fk_sales_refunds_order_id references sales_orders (id) on delete cascade,
    amount_minor      bigint      not null,
    amount_currency   text        not null,
    reason            text,
    status            text        not null,
    requested_by      text        not null,
    requested_at      timestamptz not null,
    payment_refund_id uuid,
    settled_at        timestamptz,
    failure           text
);
create index ix_sales_refunds_order_id on sales_refunds (order_id);
create index ix_sales_refunds_status_requested_at on sales_refunds (status, requested_at);

create table sales_refund_parts (
    refund_id uuid   not null constraint fk_sales_refund_parts_refund_id references sales_refunds (id) on delete cascade,
    line_id   uuid   not null,
    net_minor bigint not null,
    tax_minor bigint not null,
    constraint pk_sales_refund_parts primary key (refund_id, line_id)
);
