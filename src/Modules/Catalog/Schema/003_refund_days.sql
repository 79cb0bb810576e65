create index ix_catalog_products_refund_days on catalog_products (refund_days) where status = 'Published';
