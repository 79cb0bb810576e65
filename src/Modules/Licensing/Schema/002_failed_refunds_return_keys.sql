alter table licensing_order_standings rename column is_issued to is_served;
alter table licensing_order_standings add column returned_by bigint not null default 0;
