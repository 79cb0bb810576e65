-- What is written and not published yet, the addresses a product had, versions of files, pictures, and uploads under way.
alter table catalog_products add column edition integer not null default 1;
alter table catalog_products add column changed_at timestamptz;
alter table catalog_products add column changed_by text;
alter table catalog_product_texts add column search_title text not null default '';
alter table catalog_product_texts add column search_description text not null default '';

create table catalog_drafts (
    product_id   uuid        not null constraint fk_catalog_drafts_product_id references catalog_products (id) on delete cascade,
    editor       text        not null,
    editor_name  text        not null,
    version      integer     not null,
    basis        integer     not null,
    basis_fields text,
    fields       text        not null,
    saved_at     timestamptz not null,
    constraint pk_catalog_drafts primary key (product_id, editor)
);

create table catalog_addresses (
    slug       text        not null constraint pk_catalog_addresses primary key,
    product_id uuid        not null constraint fk_catalog_addresses_product_id references catalog_products (id) on delete cascade,
    left_at    timestamptz not null
);
create index ix_catalog_addresses_product_id on catalog_addresses (product_id);

-- Each version of a file is a row; those of one file share the id of the first.
alter table catalog_product_files add column series uuid not null default '00000000-0000-0000-0000-000000000000';
alter table catalog_product_files add column number integer not null default 1;
alter table catalog_product_files add column note text not null default '';
alter table catalog_product_files add column added_at timestamptz;
alter table catalog_product_files add column added_by text;
update catalog_product_files set series = id;

create table catalog_pictures (
    id            uuid        not null constraint pk_catalog_pictures primary key,
    product_id    uuid        not null constraint fk_catalog_pictures_product_id references catalog_products (id) on delete cascade,
    name          text        not null,
    sha256        text        not null,
    media_type    text        not null,
    width         integer     not null,
    height        integer     not null,
    size          bigint      not null,
    variants      jsonb       not null,
    alt           text        not null,
    is_decorative boolean     not null,
    position      integer     not null,
    added_at      timestamptz not null
);
create index ix_catalog_pictures_product_id on catalog_pictures (product_id);

-- Covers of before: their size was never asked, so it is unknown (0).
insert into catalog_pictures (id, product_id, name, sha256, media_type, width, height, size, variants, alt, is_decorative, position, added_at)
select id, id, 'cover', cover_sha256, cover_media_type, 0, 0, 0, '[]', '', true, 0, created_at from catalog_products where cover_sha256 is not null;
alter table catalog_products drop column cover_sha256;
alter table catalog_products drop column cover_media_type;

create table catalog_uploads (
    id         uuid        not null constraint pk_catalog_uploads primary key,
    owner      text        not null,
    product_id uuid,
    name       text        not null,
    metadata   text        not null,
    length     bigint      not null,
    sha256     text,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index ix_catalog_uploads_owner_id on catalog_uploads (owner, id);
create index ix_catalog_uploads_expires_at on catalog_uploads (expires_at);
