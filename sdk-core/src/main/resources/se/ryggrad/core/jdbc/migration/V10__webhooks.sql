-- A subscription is one row: what the work on it asks for stands in typed columns, the whole in "body", with the secret.
-- claimable_at is when a call to its receiver can be begun, null while none is to be. proven tells receivers that take what
-- they are sent, and soon, from others. reads is there while the feed is read on for it, from feed_position, which stands here and
-- not in body; rests_until is until when it is not, since there was nothing for it, or it could not be read.

create table webhook_subscription (
  id uuid primary key,
  principal varchar(63) not null,
  client varchar(64) not null,
  created_at timestamp(3) with time zone not null,
  proven boolean not null,
  claimable_at timestamp(3) with time zone,
  reads boolean not null,
  feed_position bigint not null,
  rests_until timestamp(3) with time zone,
  body text not null
);
create index webhook_subscription_of_client on webhook_subscription (principal, client, created_at desc, id);
create index webhook_subscription_claimable on webhook_subscription (proven, claimable_at, id);
create index webhook_subscription_reading on webhook_subscription (reads, principal, feed_position);

-- Whoever has had a subscription: its row is held while one more is counted and added.

create table webhook_client (
  principal varchar(63) not null,
  client varchar(64) not null,
  primary key (principal, client)
);
