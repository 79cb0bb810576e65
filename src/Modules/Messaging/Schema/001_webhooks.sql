create table messaging_endpoints (
    id              uuid        not null constraint pk_messaging_endpoints primary key,
    url             text        not null,
    description     text        not null,
    types           text        not null,
    book            text,
    status          text        not null,
    reason          text,
    created_at      timestamptz not null,
    opened_at       timestamptz not null,
    disabled_at     timestamptz,
    catch_up_from   timestamptz,
    rests_until     timestamptz,
    failing_since   timestamptz,
    last_success_at timestamptz,
    sealed_secret   bytea       not null,
    sealed_previous bytea,
    previous_until  timestamptz
);

create table messaging_messages (
    id          uuid        not null constraint pk_messaging_messages primary key,
    endpoint_id uuid        not null,
    event_id    uuid        not null,
    type        text        not null,
    subject     text        not null,
    sequence    bigint      not null,
    status      text        not null,
    attempts    integer     not null,
    created_at  timestamptz not null,
    queued_at   timestamptz not null,
    due_at      timestamptz not null,
    done_at     timestamptz,
    outcome     text,
    trial       text
);
create unique index ix_messaging_messages_endpoint_id_event_id on messaging_messages (endpoint_id, event_id);
create index ix_messaging_messages_endpoint_id_due_at on messaging_messages (endpoint_id, due_at) where status = 'Pending';
create index ix_messaging_messages_endpoint_id_subject_sequence on messaging_messages (endpoint_id, subject, sequence) where status = 'Pending';
create index ix_messaging_messages_endpoint_id_created_at_id on messaging_messages (endpoint_id, created_at, id);
create index ix_messaging_messages_endpoint_id_status_created_at_id on messaging_messages (endpoint_id, status, created_at, id);
create index ix_messaging_messages_created_at on messaging_messages (created_at);

create table messaging_attempts (
    id          uuid        not null constraint pk_messaging_attempts primary key,
    message_id  uuid        not null constraint fk_messaging_attempts_message_id references messaging_messages (id) on delete cascade,
    url         text        not null,
    at          timestamptz not null,
    duration    bigint      not null,
    status_code integer,
    error       text,
    response    text,
    signature   text        not null
);
create index ix_messaging_attempts_message_id_at on messaging_attempts (message_id, at);
