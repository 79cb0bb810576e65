drop index ix_ledger_lines_posted_at;
create index ix_ledger_lines_book_posted_at on ledger_lines (book, posted_at);
