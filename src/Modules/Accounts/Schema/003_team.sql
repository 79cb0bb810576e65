create table accounts_team_invitations (
    id         uuid        not null constraint pk_accounts_team_invitations primary key,
    email      text        not null,
    email_key  text        not null,
    role       text        not null,
    role_id    uuid,
    token_hash text        not null,
    invited_by uuid,
    created_at timestamptz not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    constraint fk_accounts_team_invitations_role_id foreign key (role_id) references accounts_roles (id) on delete restrict,
    constraint fk_accounts_team_invitations_invited_by foreign key (invited_by) references accounts_staff (id) on delete set null
);
create unique index ix_accounts_team_invitations_email_key on accounts_team_invitations (email_key);
create unique index ix_accounts_team_invitations_token_hash on accounts_team_invitations (token_hash);
create index ix_accounts_team_invitations_role_id on accounts_team_invitations (role_id);
create index ix_accounts_team_invitations_invited_by on accounts_team_invitations (invited_by);

create table accounts_api_keys (
    id           uuid        not null constraint pk_accounts_api_keys primary key,
    name         text        not null,
    hash         text        not null,
    shown        text        not null,
    scopes       text        not null,
    maker_id     uuid,
    made_at      timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    replaced_by  uuid,
    constraint fk_accounts_api_keys_maker_id foreign key (maker_id) references accounts_staff (id) on delete set null
);
create unique index ix_accounts_api_keys_hash on accounts_api_keys (hash);
create index ix_accounts_api_keys_maker_id on accounts_api_keys (maker_id);
