create table legal_consents (
    id        uuid        not null constraint pk_legal_consents primary key,
    chosen_at timestamptz not null,
    policy    text        not null,
    purposes  text        not null
);
create index ix_legal_consents_chosen_at on legal_consents (chosen_at);
