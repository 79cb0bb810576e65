-- By the bytes, as SQLite has it: what begins with a text stands between two ends of the index.
alter table accounts_customers alter column email_key type text collate "C", alter column name_key type text collate "C";
