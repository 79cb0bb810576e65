create table payments_payments (
    id                uuid        not null constraint pk_payments_payments primary key,
    book              text        not null,
    reference         text        not null,
    gateway           text        not null,
    status            text        not null,
    amount_minor      bigint      not null,
    amount_currency   text        not null,
    captured_minor    bigint,
    captured_currency text,
    fee_minor         bigint,
    fee_currency      text,
    refunded_minor    bigint      not null,
    items             text,
    buyer_email       text,
    return_path       text        not null,
    cancel_path       text        not null,
    page              text,
    page_url          text,
    gateway_payment   text,
    customer          text,
    method            text,
    decline_reason    text,
    created_at        timestamptz not null,
    expires_at        timestamptz not null,
    captured_at       timestamptz,
    ended_at          timestamptz,
    next_check_at     timestamptz,
    checks            integer     not null,
    last_event        bigint      not null
);
create index ix_payments_payments_reference on payments_payments (reference);
create unique index ix_payments_payments_gateway_page on payments_payments (gateway, page);
create unique index ix_payments_payments_gateway_gateway_payment on payments_payments (gateway, gateway_payment);
create index ix_payments_payments_next_check_at on payments_payments (next_check_at) where next_check_at is not null;

create table payments_refunds (
    id                uuid        not null constraint pk_payments_refunds primary key,
    book              text        not null,
    payment_id        uuid        not null constraint fk_payments_refunds_payment_id references payments_payments (id) on delete cascade,
    reference         text        not null,
    key               text        not null,
    status            text        not null,
    amount_minor      bigint      not null,
    amount_currency   text        not null,
    reason            text,
    gateway_reference text,
    failure           text,
    requested_at      timestamptz not null,
    succeeded_at      timestamptz,
    failed_at         timestamptz,
    attempts          integer     not null,
    due_at            timestamptz
);
create unique index ix_payments_refunds_reference_key on payments_refunds (reference, key);
create unique index ix_payments_refunds_gateway_reference on payments_refunds (gateway_reference);
create index ix_payments_refunds_payment_id on payments_refunds (payment_id);
create index ix_payments_refunds_due_at on payments_refunds (due_at) where due_at is not null;

create table payments_disputes (
    id                uuid        not null constraint pk_payments_disputes primary key,
    book              text        not null,
    payment_id        uuid        not null constraint fk_payments_disputes_payment_id references payments_payments (id) on delete cascade,
    reference         text        not null,
    gateway_reference text        not null,
    status            text        not null,
    amount_minor      bigint      not null,
    amount_currency   text        not null,
    fee_minor         bigint,
    fee_currency      text,
    reason            text        not null,
    seen_at           timestamptz not null,
    opened_at         timestamptz,
    closed_at         timestamptz
);
create unique index ix_payments_disputes_gateway_reference on payments_disputes (gateway_reference);
create index ix_payments_disputes_payment_id on payments_disputes (payment_id);
create index ix_payments_disputes_reference on payments_disputes (reference);

create table payments_notes (
    id        uuid        not null constraint pk_payments_notes primary key,
    reference text        not null,
    key       text        not null,
    at        timestamptz not null,
    tone      text        not null,
    title     text        not null,
    detail    text
);
create unique index ix_payments_notes_key on payments_notes (key);
create index ix_payments_notes_reference on payments_notes (reference);

create table payments_inbox (
    id              uuid        not null constraint pk_payments_inbox primary key,
    gateway         text        not null,
    event_id        text        not null,
    type            text        not null,
    kind            text        not null,
    object          text        not null,
    payment_id      uuid,
    gateway_payment text,
    subject         text        not null,
    body            bytea,
    status          text        not null,
    attempts        integer     not null,
    received_at     timestamptz not null,
    due_at          timestamptz not null,
    processed_at    timestamptz,
    error           text
);
create unique index ix_payments_inbox_gateway_event_id on payments_inbox (gateway, event_id);
create index ix_payments_inbox_gateway_due_at on payments_inbox (gateway, due_at) where status = 'Pending';
create index ix_payments_inbox_received_at_id on payments_inbox (received_at, id);
create index ix_payments_inbox_status_received_at_id on payments_inbox (status, received_at, id);
