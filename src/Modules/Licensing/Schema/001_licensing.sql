create table licensing_licenses (
    id          uuid        not null constraint pk_licensing_licenses primary key,
    book        text        not null,
    order_id    uuid        not null,
    line_id     uuid        not null,
    ordinal     integer     not null,
    product_id  uuid        not null,
    customer_id uuid        not null,
    key_hash    text        not null,
    sealed_key  bytea       not null,
    hint        text        not null,
    status      text        not null,
    issued_at   timestamptz not null,
    ended_at    timestamptz,
    reason      text,
    last_event  bigint      not null
);
create unique index ix_licensing_licenses_line_id_ordinal on licensing_licenses (line_id, ordinal);
create unique index ix_licensing_licenses_key_hash on licensing_licenses (key_hash);
create index ix_licensing_licenses_order_id on licensing_licenses (order_id);
create index ix_licensing_licenses_customer_id on licensing_licenses (customer_id);

create table licensing_order_standings (
    order_id  uuid    not null constraint pk_licensing_order_standings primary key,
    status    text    not null,
    reason    text,
    sequence  bigint  not null,
    is_issued boolean not null
);
