create index ix_platform_mails_status on platform_mails (status) where status = 'Failed';
