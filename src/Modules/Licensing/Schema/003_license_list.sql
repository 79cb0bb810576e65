create index ix_licensing_licenses_issued_at_id on licensing_licenses (issued_at, id);
create index ix_licensing_licenses_status_issued_at_id on licensing_licenses (status, issued_at, id);
create index ix_licensing_licenses_product_id_issued_at_id on licensing_licenses (product_id, issued_at, id);
