-- Each text is a document with a number of its own, newest last.
create table catalog_search (
    number     bigint generated always as identity primary key,
    product_id uuid     not null,
    language   text     not null,
    words      tsvector not null,
    unique (product_id, language)
);
create index catalog_search_words on catalog_search using gin (words);

-- Punctuation goes first: the parser would keep addresses and hyphenated words together, and SQLite's does not.
create function catalog_search_words(text text, weight "char") returns tsvector language sql immutable as $$
    select setweight(to_tsvector('simple', regexp_replace(text, '[!-/:-@[-`{-~]+', ' ', 'g')), weight)
$$;

create function catalog_search_follow() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from catalog_search where product_id = old.product_id and language = old.language;
        return old;
    end if;
    insert into catalog_search (product_id, language, words)
    values (new.product_id, new.language,
        catalog_search_words(new.title, 'A') || catalog_search_words(new.subtitle, 'B') || catalog_search_words(new.byline, 'B')
        || catalog_search_words(new.pitch, 'C') || catalog_search_words(new.description, 'D'))
    on conflict (product_id, language) do update set words = excluded.words;
    return new;
end
$$;

create trigger catalog_search_follow after insert or update or delete on catalog_product_texts
for each row execute function catalog_search_follow();
