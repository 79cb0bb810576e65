create table accounts_customers (
    id         uuid        not null constraint pk_accounts_customers primary key,
    email      text        not null,
    email_key  text        not null,
    name       text,
    created_at timestamptz not null,
    erased_at  timestamptz
);
create unique index ix_accounts_customers_email_key on accounts_customers (email_key);

create table accounts_staff (
    id              uuid        not null constraint pk_accounts_staff primary key,
    email           text        not null,
    email_key       text        not null,
    name            text        not null,
    role            text        not null,
    password_hash   text        not null,
    security_stamp  text        not null,
    created_at      timestamptz not null,
    last_sign_in_at timestamptz,
    failed_sign_ins integer     not null,
    locked_until    timestamptz
);
create unique index ix_accounts_staff_email_key on accounts_staff (email_key);

create table accounts_sessions (
    id             text        not null constraint pk_accounts_sessions primary key,
    staff_id       uuid        not null,
    security_stamp text        not null,
    created_at     timestamptz not null,
    last_seen_at   timestamptz not null,
    expires_at     timestamptz not null,
    ended_at       timestamptz,
    user_agent     text        not null,
    constraint fk_accounts_sessions_staff_id foreign key (staff_id) references accounts_staff (id) on delete cascade
);
create index ix_accounts_sessions_staff_id on accounts_sessions (staff_id);
create index ix_accounts_sessions_expires_at on accounts_sessions (expires_at);

create table accounts_invitations (
    name       text        not null constraint pk_accounts_invitations primary key,
    token_hash text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
