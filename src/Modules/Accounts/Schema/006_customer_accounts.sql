alter table accounts_customers add column name_key text;
alter table accounts_customers add column postal_address text;
alter table accounts_customers add column language text;
alter table accounts_customers add column last_sign_in_at timestamptz;
update accounts_customers set name_key = lower(name);
create index ix_accounts_customers_name_key on accounts_customers (name_key);
create index ix_accounts_customers_created_at_id on accounts_customers (created_at, id);

create table accounts_customer_sessions (
    id           text        not null constraint pk_accounts_customer_sessions primary key,
    customer_id  uuid        not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    user_agent   text        not null,
    constraint fk_accounts_customer_sessions_customer_id foreign key (customer_id) references accounts_customers (id) on delete cascade
);
create index ix_accounts_customer_sessions_customer_id on accounts_customer_sessions (customer_id);
create index ix_accounts_customer_sessions_expires_at on accounts_customer_sessions (expires_at);

create table accounts_links (
    id          text        not null constraint pk_accounts_links primary key,
    purpose     text        not null,
    customer_id uuid        not null,
    browser     text,
    user_agent  text        not null,
    email       text,
    return_url  text,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    constraint fk_accounts_links_customer_id foreign key (customer_id) references accounts_customers (id) on delete cascade
);
create index ix_accounts_links_customer_id_asked_at on accounts_links (customer_id, asked_at);
create index ix_accounts_links_expires_at on accounts_links (expires_at);

create table accounts_consents (
    id              uuid        not null constraint pk_accounts_consents primary key,
    purpose         text        not null,
    book            text        not null,
    email           text        not null,
    email_key       text        not null,
    status          text        not null,
    wording         text        not null,
    wording_version integer     not null,
    page            text        not null,
    asked_at        timestamptz not null,
    confirmed_at    timestamptz,
    ended_at        timestamptz,
    ended_by        text,
    last_event      bigint      not null
);
create index ix_accounts_consents_email_key on accounts_consents (email_key);
create unique index ix_accounts_consents_purpose_email_key on accounts_consents (purpose, email_key) where status <> 'Withdrawn';
create index ix_accounts_consents_asked_at_id on accounts_consents (asked_at, id);
create index ix_accounts_consents_status_asked_at_id on accounts_consents (status, asked_at, id);

create table accounts_data_exports (
    id          uuid        not null constraint pk_accounts_data_exports primary key,
    customer_id uuid        not null,
    book        text        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    ready_at    timestamptz,
    expires_at  timestamptz not null,
    content     bytea,
    size        bigint,
    last_event  bigint      not null,
    constraint fk_accounts_data_exports_customer_id foreign key (customer_id) references accounts_customers (id) on delete cascade
);
create index ix_accounts_data_exports_customer_id_asked_at on accounts_data_exports (customer_id, asked_at);
create index ix_accounts_data_exports_expires_at on accounts_data_exports (expires_at);

create table accounts_erasures (
    id          uuid        not null constraint pk_accounts_erasures primary key,
    customer_id uuid        not null,
    book        text        not null,
    status      text        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    due_at      timestamptz not null,
    ended_at    timestamptz,
    obstacle    text,
    modules     text,
    last_event  bigint      not null,
    constraint fk_accounts_erasures_customer_id foreign key (customer_id) references accounts_customers (id) on delete cascade
);
create index ix_accounts_erasures_customer_id on accounts_erasures (customer_id);
create index ix_accounts_erasures_due_at on accounts_erasures (due_at) where status = 'Scheduled';
create index ix_accounts_erasures_ended_at on accounts_erasures (ended_at) where status = 'Done';

create table accounts_customer_notes (
    id          uuid        not null constraint pk_accounts_customer_notes primary key,
    customer_id uuid        not null,
    text        text        not null,
    written_by  text        not null,
    written_at  timestamptz not null,
    constraint fk_accounts_customer_notes_customer_id foreign key (customer_id) references accounts_customers (id) on delete cascade
);
create index ix_accounts_customer_notes_customer_id_written_at on accounts_customer_notes (customer_id, written_at);
