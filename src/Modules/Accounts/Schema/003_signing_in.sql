alter table accounts_sessions add column first_address text;
alter table accounts_sessions add column last_address text;
alter table accounts_sessions add column proved_at timestamptz;

create table accounts_authenticators (
    staff_id   uuid        not null constraint pk_accounts_authenticators primary key,
    secret     bytea       not null,
    last_step  bigint      not null,
    created_at timestamptz not null,
    constraint fk_accounts_authenticators_staff_id foreign key (staff_id) references accounts_staff (id) on delete cascade
);

create table accounts_recovery_codes (
    staff_id   uuid        not null,
    hash       text        not null,
    created_at timestamptz not null,
    used_at    timestamptz,
    constraint pk_accounts_recovery_codes primary key (staff_id, hash),
    constraint fk_accounts_recovery_codes_staff_id foreign key (staff_id) references accounts_staff (id) on delete cascade
);

create table accounts_passkeys (
    credential_id      text        not null constraint pk_accounts_passkeys primary key,
    holder             text        not null,
    name               text        not null,
    public_key         bytea       not null,
    sign_count         bigint      not null,
    transports         text        not null,
    is_backup_eligible boolean     not null,
    is_backed_up       boolean     not null,
    created_at         timestamptz not null,
    last_used_at       timestamptz
);
create index ix_accounts_passkeys_holder on accounts_passkeys (holder);

create table accounts_password_resets (
    token_hash text        not null constraint pk_accounts_password_resets primary key,
    staff_id   uuid        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint fk_accounts_password_resets_staff_id foreign key (staff_id) references accounts_staff (id) on delete cascade
);
create index ix_accounts_password_resets_staff_id_created_at on accounts_password_resets (staff_id, created_at);
create index ix_accounts_password_resets_expires_at on accounts_password_resets (expires_at);

create table accounts_throttles (
    key        text        not null constraint pk_accounts_throttles primary key,
    count      integer     not null,
    expires_at timestamptz not null
);
create index ix_accounts_throttles_expires_at on accounts_throttles (expires_at);
