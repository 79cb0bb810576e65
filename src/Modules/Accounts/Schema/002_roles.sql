create table accounts_roles (
    id          uuid        not null constraint pk_accounts_roles primary key,
    name        text        not null,
    name_key    text        not null,
    description text        not null,
    permissions text        not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    version     integer     not null
);
create unique index ix_accounts_roles_name_key on accounts_roles (name_key);

alter table accounts_staff add column role_id uuid constraint fk_accounts_staff_role_id references accounts_roles (id) on delete restrict;
alter table accounts_staff add column status text not null default 'Active';
alter table accounts_staff add column version integer not null default 0;
create index ix_accounts_staff_role_id on accounts_staff (role_id);
