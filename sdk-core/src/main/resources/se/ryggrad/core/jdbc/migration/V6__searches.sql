-- Which cases come under secrecy: those of a service that names some, which a contact centre does not see. A case that was
-- there before is not known not to, and so is none that a contact centre finds, until something is written in it. A case
-- is found by its number whichever authority has it; by a party the index of identities finds it.

alter table stored_case add column secret boolean;
create index stored_case_by_registry_number on stored_case (principal, registry_number);
