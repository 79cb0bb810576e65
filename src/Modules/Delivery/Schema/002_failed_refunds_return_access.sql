alter table delivery_order_standings rename column is_granted to is_served;
alter table delivery_order_standings add column returned_by bigint not null default 0;
