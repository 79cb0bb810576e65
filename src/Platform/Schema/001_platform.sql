create table platform_events (
    id          uuid        not null constraint pk_platform_events primary key,
    type        text        not null,
    version     integer     not null,
    subject     text        not null,
    sequence    bigint      not null,
    book        text        not null,
    occurred_at timestamptz not null,
    data        jsonb       not null
);
create unique index ix_platform_events_subject_sequence on platform_events (subject, sequence);
create index ix_platform_events_occurred_at_id on platform_events (occurred_at, id);

create table platform_deliveries (
    event_id uuid        not null,
    reaction text        not null,
    subject  text        not null,
    sequence bigint      not null,
    status   text        not null,
    attempts integer     not null,
    due_at   timestamptz not null,
    done_at  timestamptz,
    error    text,
    constraint pk_platform_deliveries primary key (event_id, reaction)
);
create index ix_platform_deliveries_reaction_due_at on platform_deliveries (reaction, due_at) where status = 'Pending';
create index ix_platform_deliveries_reaction_subject_sequence on platform_deliveries (reaction, subject, sequence) where status in ('Pending', 'Dead');
create index ix_platform_deliveries_due_at_event_id on platform_deliveries (due_at, event_id) where status = 'Dead';

create table platform_leases (
    name   text        not null constraint pk_platform_leases primary key,
    holder text        not null,
    fence  bigint      not null,
    until  timestamptz not null
);

create table platform_subject_keys (
    subject    text        not null constraint pk_platform_subject_keys primary key,
    wrapped    bytea       not null,
    created_at timestamptz not null
);

create table platform_idempotent_requests (
    id         text        not null constraint pk_platform_idempotent_requests primary key,
    body_hash  text        not null,
    resource   text,
    status     integer,
    answer     bytea,
    created_at timestamptz not null
);
create index ix_platform_idempotent_requests_created_at on platform_idempotent_requests (created_at);

create table platform_generations (
    tag   text not null constraint pk_platform_generations primary key,
    stamp text not null
);

create table platform_settings (
    key        text        not null constraint pk_platform_settings primary key,
    value      bytea       not null,
    version    integer     not null,
    changed_at timestamptz not null
);

create table platform_protection_keys (
    name       text        not null constraint pk_platform_protection_keys primary key,
    xml        text        not null,
    created_at timestamptz not null
);

create table platform_mails (
    id         uuid        not null constraint pk_platform_mails primary key,
    kind       text        not null,
    about      text        not null,
    key        text        not null,
    letter     bytea       not null,
    status     text        not null,
    attempts   integer     not null,
    created_at timestamptz not null,
    due_at     timestamptz not null,
    sent_at    timestamptz,
    error      text
);
create unique index ix_platform_mails_key on platform_mails (key);
create index ix_platform_mails_about on platform_mails (about);
create index ix_platform_mails_created_at_id on platform_mails (created_at, id);
create index ix_platform_mails_due_at on platform_mails (due_at) where status = 'Queued';

create table platform_job_runs (
    name        text        not null constraint pk_platform_job_runs primary key,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    error       text
);
