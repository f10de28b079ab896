-- One schema for H2 (MODE=PostgreSQL) and PostgreSQL. A case, an event and an answer are each one row: what lists
-- and guards ask for stands in typed columns, the whole in the text column "body".

create table stored_case (
  id uuid primary key,
  principal varchar(63) not null,
  authority varchar(63) not null,
  unit varchar(63) not null,
  officer varchar(64),
  service varchar(63) not null,
  status varchar(20) not null,
  registry_number varchar(120),
  received_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  version bigint not null,
  assurance_rank integer,
  follow_up_digest varchar(64),
  earliest_due_on date,
  body text not null,
  constraint registry_number_is_unique unique (principal, authority, registry_number)
);
create index stored_case_by_unit on stored_case (principal, authority, unit, received_at);
create index stored_case_by_authority on stored_case (principal, authority, received_at);
create index stored_case_by_follow_up on stored_case (follow_up_digest);
create index stored_case_by_due_day on stored_case (principal, earliest_due_on);

create table case_party (
  case_id uuid not null references stored_case (id),
  party uuid not null,
  principal varchar(63) not null,
  identity_scheme varchar(20) not null,
  identity_value varchar(64) not null,
  may_see boolean not null,
  valid_from date not null,
  valid_until date,
  primary key (case_id, party)
);
create index case_party_by_identity on case_party (principal, identity_value, identity_scheme);

create table case_event (
  case_id uuid not null references stored_case (id),
  sequence bigint not null,
  id uuid not null,
  principal varchar(63) not null,
  feed_position bigint not null,
  authority varchar(63) not null,
  service varchar(63) not null,
  status varchar(20) not null,
  event_type varchar(40) not null,
  recorded_at timestamp(3) with time zone not null,
  head varchar(64) not null,
  traceparent varchar(64) not null,
  body text not null,
  primary key (case_id, sequence),
  constraint feed_position_is_unique unique (principal, feed_position)
);

create table feed_counter (
  principal varchar(63) primary key,
  last_position bigint not null
);

create table registry_counter (
  principal varchar(63) not null,
  authority varchar(63) not null,
  registry_year integer not null,
  last_number bigint not null,
  primary key (principal, authority, registry_year)
);

create table case_memo (
  case_id uuid not null references stored_case (id),
  id uuid not null,
  written_at timestamp(3) with time zone not null,
  body text not null,
  primary key (case_id, id)
);

create table kept_answer (
  claim varchar(64) primary key,
  case_id uuid,
  claimed_at timestamp(3) with time zone not null,
  request_digest varchar(64) not null,
  resource varchar(64) not null,
  body text not null
);
create index kept_answer_by_case on kept_answer (case_id);

create table stored_document (
  id uuid primary key,
  principal varchar(63) not null,
  owner varchar(64) not null,
  media_type varchar(255) not null,
  size bigint not null,
  sha256 varchar(64) not null,
  uploaded_at timestamp(3) with time zone not null,
  case_id uuid
);
create index stored_document_unused on stored_document (uploaded_at, case_id);

create table document_chunk (
  document uuid not null references stored_document (id),
  first_octet bigint not null,
  content bytea not null,
  primary key (document, first_octet)
);

create table service_definition (
  principal varchar(63) not null,
  id varchar(63) not null,
  version varchar(64) not null,
  current_version boolean not null,
  body text not null,
  primary key (principal, id, version)
);

create table officer (
  principal varchar(63) not null,
  id varchar(64) not null,
  body text not null,
  primary key (principal, id)
);
