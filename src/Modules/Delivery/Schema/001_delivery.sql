create table delivery_entitlements (
    id             uuid        not null constraint pk_delivery_entitlements primary key,
    book           text        not null,
    customer_id    uuid        not null,
    product_id     uuid        not null,
    source         text        not null,
    order_id       uuid,
    quantity       integer     not null,
    download_limit integer,
    status         text        not null,
    granted_at     timestamptz not null,
    ended_at       timestamptz,
    reason         text,
    last_event     bigint      not null
);
create unique index ix_delivery_entitlements_source_product_id on delivery_entitlements (source, product_id);
create index ix_delivery_entitlements_customer_id on delivery_entitlements (customer_id);
create index ix_delivery_entitlements_order_id on delivery_entitlements (order_id);

create table delivery_order_standings (
    order_id   uuid    not null constraint pk_delivery_order_standings primary key,
    status     text    not null,
    reason     text,
    sequence   bigint  not null,
    is_granted boolean not null
);

create table delivery_download_counts (
    entitlement_id uuid    not null,
    file_id        uuid    not null,
    used           integer not null,
    constraint pk_delivery_download_counts primary key (entitlement_id, file_id)
);

create table delivery_downloads (
    id             uuid        not null constraint pk_delivery_downloads primary key,
    entitlement_id uuid        not null,
    file_id        uuid        not null,
    file_name      text        not null,
    media_type     text        not null,
    sha256         text        not null,
    size           bigint      not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    started_at     timestamptz
);
create index ix_delivery_downloads_entitlement_id_file_id on delivery_downloads (entitlement_id, file_id);
