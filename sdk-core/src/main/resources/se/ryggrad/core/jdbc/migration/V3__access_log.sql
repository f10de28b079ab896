-- Who has read which case: one row a reading, never changed. A page of it is read from the index, the latest first.

create table case_reading (
  case_id uuid not null references stored_case (id),
  id uuid not null,
  principal varchar(63) not null,
  read_at timestamp(3) with time zone not null,
  body text not null,
  primary key (case_id, id)
);
create index case_reading_latest on case_reading (case_id, read_at desc, id desc);
