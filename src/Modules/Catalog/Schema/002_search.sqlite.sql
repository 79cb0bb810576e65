-- Each text is a document with a number of its own (a rowid may change in a vacuum), newest last.
create table catalog_search_documents (
    number     integer primary key autoincrement,
    product_id uuid not null,
    language   text not null,
    unique (product_id, language)
);

create virtual table catalog_search using fts5 (
    title, subtitle, byline, pitch, description,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

create trigger catalog_search_add after insert on catalog_product_texts begin
    insert into catalog_search_documents (product_id, language) values (new.product_id, new.language);
    insert into catalog_search (rowid, title, subtitle, byline, pitch, description)
    select number, new.title, new.subtitle, new.byline, new.pitch, new.description
    from catalog_search_documents where product_id = new.product_id and language = new.language;
end;

create trigger catalog_search_change after update of title, subtitle, byline, pitch, description on catalog_product_texts begin
    update catalog_search
    set title = new.title, subtitle = new.subtitle, byline = new.byline, pitch = new.pitch, description = new.description
    where rowid = (select number from catalog_search_documents where product_id = new.product_id and language = new.language);
end;

create trigger catalog_search_remove after delete on catalog_product_texts begin
    delete from catalog_search
    where rowid = (select number from catalog_search_documents where product_id = old.product_id and language = old.language);
    delete from catalog_search_documents where product_id = old.product_id and language = old.language;
end;
