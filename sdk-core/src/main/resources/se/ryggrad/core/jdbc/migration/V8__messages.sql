-- A message is one row: what the work on it and the inbox ask for stands in typed columns, the whole in "body". due_at is
-- when it is to be worked on, null while nothing is to be done. leased_until and lease_number are the lease of the node
-- that works on it, leased_until null when none holds one. claimable_at is the later of due_at and leased_until, so that
-- one row of an index says when there is something to do next. received_at is there while the message lies in the inbox of
-- its recipient.

create table stored_message (
  id uuid primary key,
  principal varchar(63) not null,
  recipient_scheme varchar(20) not null,
  recipient_value varchar(64) not null,
  due_at timestamp(3) with time zone,
  leased_until timestamp(3) with time zone,
  lease_number bigint not null,
  claimable_at timestamp(3) with time zone,
  received_at timestamp(3) with time zone,
  letter_read boolean not null,
  body text not null
);
create index stored_message_due on stored_message (due_at, id);
create index stored_message_claimable on stored_message (claimable_at);
create index stored_message_inbox on stored_message
  (principal, recipient_value, recipient_scheme, received_at desc, id);

-- What each channel knows a message as, for its receipts.

create table message_delivery (
  delivery varchar(32) primary key,
  message_id uuid not null references stored_message (id)
);

-- How people want to be told.

create table message_contact (
  principal varchar(63) not null,
  identity_scheme varchar(20) not null,
  identity_value varchar(64) not null,
  body text not null,
  primary key (principal, identity_value, identity_scheme)
);
