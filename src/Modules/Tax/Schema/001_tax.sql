create table tax_rates (
    country           text    not null,
    category          text    not null,
    valid_from        date    not null,
    valid_to          date,
    rate_basis_points integer not null,
    constraint pk_tax_rates primary key (country, category, valid_from)
);
