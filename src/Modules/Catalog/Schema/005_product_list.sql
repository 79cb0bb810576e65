create index ix_catalog_products_status_created_at_id on catalog_products (status, created_at, id);
create index ix_catalog_products_kind_created_at_id on catalog_products (kind, created_at, id);
