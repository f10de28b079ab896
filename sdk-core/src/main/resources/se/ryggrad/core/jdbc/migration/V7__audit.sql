-- The readings of each authority as one log. A reading has a salt and a digest from the beginning, and a place (sequence
-- and hash) when it is sealed; it is never deleted, but a disposal takes body, salt and time away. Readings from before
-- get salt and digest when they are sealed or erased. access_log_head holds the end of each log, and whoever seals or
-- erases holds its row meanwhile; whoever records does not.

alter table case_reading add column authority varchar(63);
update case_reading set authority = (select authority from stored_case where stored_case.id = case_reading.case_id);
alter table case_reading alter column authority set not null;
alter table case_reading alter column body drop not null;
alter table case_reading alter column read_at drop not null;
alter table case_reading add column salt varchar(64);
alter table case_reading add column content_digest varchar(64);
alter table case_reading add column sequence bigint;
alter table case_reading add column hash varchar(64);
alter table case_reading add constraint reading_place_is_unique unique (principal, authority, sequence);

create table access_log_head (
  principal varchar(63) not null,
  authority varchar(63) not null,
  sequence bigint not null,
  hash varchar(64) not null,
  primary key (principal, authority)
);
