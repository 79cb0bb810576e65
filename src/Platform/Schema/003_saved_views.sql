create table platform_saved_views (
    id         uuid        not null constraint pk_platform_saved_views primary key,
    list       text        not null,
    owner      text        not null,
    name       text        not null,
    query      text        not null,
    is_shared  boolean     not null,
    created_at timestamptz not null
);
create unique index ix_platform_saved_views_list_owner_name on platform_saved_views (list, owner, name);
