create table even_sheets (
    customer_id uuid        not null constraint pk_even_sheets primary key,
    content     text        not null,
    version     integer     not null,
    changed_at  timestamptz not null
);
