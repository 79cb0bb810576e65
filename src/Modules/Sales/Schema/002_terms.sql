alter table sales_orders add column terms_id uuid;
alter table sales_orders add column refund_terms_id uuid;
