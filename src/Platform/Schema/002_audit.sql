create table platform_audit_entries (
    id         uuid        not null constraint pk_platform_audit_entries primary key,
    at         timestamptz not null,
    actor      text        not null,
    action     text        not null,
    meaning    text        not null,
    subject    text        not null,
    outcome    text        not null,
    changes    text        not null,
    request_id text        not null,
    number     bigint,
    link       bytea
);
create index ix_platform_audit_entries_at_id on platform_audit_entries (at, id);
create index ix_platform_audit_entries_actor_at_id on platform_audit_entries (actor, at, id);
create index ix_platform_audit_entries_subject_at_id on platform_audit_entries (subject, at, id);
create unique index ix_platform_audit_entries_number on platform_audit_entries (number);
