create table catalog_products (
    id               uuid        not null constraint pk_catalog_products primary key,
    seller           uuid        not null,
    slug             text        not null,
    kind             text        not null,
    status           text        not null,
    cover_seed       integer     not null,
    cover_sha256     text,
    cover_media_type text,
    issues_license   boolean     not null,
    download_limit   integer,
    refund_days      integer     not null,
    is_featured      boolean     not null,
    version          integer     not null,
    last_event       bigint      not null,
    created_at       timestamptz not null,
    published_at     timestamptz,
    archived_at      timestamptz
);
create unique index ix_catalog_products_slug on catalog_products (slug);
create index ix_catalog_products_created_at_id on catalog_products (created_at, id);
create index ix_catalog_products_published_at_id on catalog_products (published_at, id) where status = 'Published';
create index ix_catalog_products_kind_published_at_id on catalog_products (kind, published_at, id) where status = 'Published';
create index ix_catalog_products_published_at on catalog_products (published_at) where status = 'Published' and is_featured;

create table catalog_product_texts (
    product_id       uuid not null constraint fk_catalog_product_texts_product_id references catalog_products (id) on delete cascade,
    language         text not null,
    title            text not null,
    subtitle         text not null,
    byline           text not null,
    pitch            text not null,
    description      text not null,
    description_html text not null,
    constraint pk_catalog_product_texts primary key (product_id, language)
);

create table catalog_prices (
    product_id   uuid   not null constraint fk_catalog_prices_product_id references catalog_products (id) on delete cascade,
    currency     text   not null,
    amount_minor bigint not null,
    constraint pk_catalog_prices primary key (product_id, currency)
);
create index ix_catalog_prices_currency on catalog_prices (currency);

create table catalog_product_files (
    id          uuid    not null constraint pk_catalog_product_files primary key,
    product_id  uuid    not null constraint fk_catalog_product_files_product_id references catalog_products (id) on delete cascade,
    name        text    not null,
    media_type  text    not null,
    sha256      text    not null,
    size        bigint  not null,
    position    integer not null,
    archived_at timestamptz
);
create index ix_catalog_product_files_product_id on catalog_product_files (product_id);
