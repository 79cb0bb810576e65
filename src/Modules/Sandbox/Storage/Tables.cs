namespace Emporium.Sandbox.Storage;

/// <summary>
/// The bank's own file. An object is one JSON document beside the columns that are searched; <c>due</c> is the moment (Unix
/// seconds) at which it changes by itself. A delivery row lives until the endpoint has taken the event.
/// </summary>
internal static class Tables
{
    public const string Script = """
        create table if not exists objects (
            seq             integer primary key,
            id              text    not null unique,
            kind            text    not null,
            status          text,
            currency        text,
            amount          integer not null default 0,
            refunded        integer not null default 0,
            payment_intent  text,
            customer        text,
            charge          text,
            reference       text,
            due             integer,
            body            blob    not null
        );
        create index if not exists ix_objects_kind           on objects (kind, seq);
        create index if not exists ix_objects_payment_intent on objects (payment_intent, kind) where payment_intent is not null;
        create index if not exists ix_objects_customer       on objects (customer, kind)       where customer is not null;
        create index if not exists ix_objects_charge         on objects (charge, kind)         where charge is not null;
        create index if not exists ix_objects_due            on objects (due)                  where due is not null;

        create table if not exists events (
            seq              integer primary key,
            id               text    not null unique,
            type             text    not null,
            created          integer not null,
            request          text,
            idempotency_key  text,
            body             blob    not null
        );
        create index if not exists ix_events_type on events (type, seq);

        create table if not exists deliveries (
            event    integer primary key,
            attempt  integer not null default 0,
            due      integer not null default 0
        );

        create table if not exists answers (
            key      text    primary key,
            request  blob    not null,
            status   integer not null,
            created  integer not null,
            body     blob    not null
        ) without rowid;
        create index if not exists ix_answers_created on answers (created);
        """;
}
