-- What registries last answered of the protection of a party: null when nobody has asked, empty for none, 'unknown' when
-- they were silent, else the kind. Kept for lists; a single case is asked about each time.

alter table case_party add column protection varchar(800);
create index case_party_by_protection on case_party (principal, protection);
