create index ix_delivery_entitlements_granted_at_id on delivery_entitlements (granted_at, id);
create index ix_delivery_entitlements_status_granted_at_id on delivery_entitlements (status, granted_at, id);
create index ix_delivery_entitlements_product_id_granted_at_id on delivery_entitlements (product_id, granted_at, id);
