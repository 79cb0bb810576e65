create index ix_platform_mails_status_created_at_id on platform_mails (status, created_at, id);
create index ix_platform_events_type_occurred_at_id on platform_events (type, occurred_at, id);
