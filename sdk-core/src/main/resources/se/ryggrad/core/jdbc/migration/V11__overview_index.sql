-- What a source has pushed is one row an item. place is where it stands in an overview of its owner, so that the second index has
-- all of one person in the order in which it is shown. ends_at is when the item expires. What was removed, or has expired and
-- been erased, has neither owner, place nor body; ends_at is then when that was. The key begins with the source: with the
-- principal first H2 takes it for the reading of one owner, and reads all rows of the principal.

create table overview_item (
  principal varchar(63) not null,
  source varchar(63) not null,
  item uuid not null,
  version bigint not null,
  owner_scheme varchar(20),
  owner_value varchar(64),
  place bigint,
  ends_at timestamp(3) with time zone not null,
  body text,
  primary key (source, principal, item)
);
create index overview_item_shown on overview_item (principal, owner_value, owner_scheme, place, source, item);
create index overview_item_ends on overview_item (ends_at);

-- Up to when each source has pushed all that has changed.

create table overview_source (
  principal varchar(63) not null,
  source varchar(63) not null,
  as_of timestamp(3) with time zone not null,
  primary key (principal, source)
);
