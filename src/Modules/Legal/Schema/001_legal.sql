create table legal_texts (
    id       uuid        not null constraint pk_legal_texts primary key,
    page     text        not null,
    version  integer     not null,
    markdown text        not null,
    sha256   text        not null,
    is_own   boolean     not null,
    since    timestamptz not null
);
create unique index ix_legal_texts_page_version on legal_texts (page, version);
