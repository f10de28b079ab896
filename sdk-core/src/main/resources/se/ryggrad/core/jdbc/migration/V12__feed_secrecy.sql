-- The feed does not name a service that names secrecy (EVT-003). Of a case from before V6 it is not known whether its
-- service does.

alter table case_event alter column service drop not null;
update case_event set service = null where case_id in (select id from stored_case where secret is null or secret);
