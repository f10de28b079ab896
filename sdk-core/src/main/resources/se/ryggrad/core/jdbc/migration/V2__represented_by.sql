-- Who may see a case for its parties: the kinds of representation that its service allows, each between two spaces, and
-- the age below which a guardian sees. A case that was there before has neither, and no representation reaches it in a
-- list.

alter table stored_case add column represented_by varchar(120);
alter table stored_case add column guardian_below_age integer;
