create table ledger_entries (
    id        uuid        not null constraint pk_ledger_entries primary key,
    book      text        not null,
    kind      text        not null,
    reference text        not null,
    key       text        not null,
    at        timestamptz not null,
    posted_at timestamptz not null
);
create unique index ix_ledger_entries_key on ledger_entries (key);
create index ix_ledger_entries_reference on ledger_entries (reference);
create index ix_ledger_entries_book_posted_at_id on ledger_entries (book, posted_at, id);

create table ledger_lines (
    entry_id  uuid        not null constraint fk_ledger_lines_entry_id references ledger_entries (id) on delete cascade,
    position  integer     not null,
    book      text        not null,
    code      text        not null,
    owner     text        not null,
    currency  text        not null,
    minor     bigint      not null,
    posted_at timestamptz not null,
    constraint pk_ledger_lines primary key (entry_id, position)
);
create index ix_ledger_lines_book_code_owner_currency_posted_at on ledger_lines (book, code, owner, currency, posted_at);
create index ix_ledger_lines_posted_at on ledger_lines (posted_at);

create table ledger_snapshots (
    book     text        not null,
    code     text        not null,
    owner    text        not null,
    currency text        not null,
    debits   bigint      not null,
    credits  bigint      not null,
    until    timestamptz not null,
    constraint pk_ledger_snapshots primary key (book, code, owner, currency)
);
