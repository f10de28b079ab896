-- channel is the one that is being tried or whose turn comes, so that messages of one silent channel keep no other waiting.
-- It is null where none remains, and of messages from before until they are next written: those wait for no channel.

alter table stored_message add column channel varchar(63);
