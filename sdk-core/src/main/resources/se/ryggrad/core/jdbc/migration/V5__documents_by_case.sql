-- Which documents a case holds, for when it is disposed of, and which answers belong to an upload that is gone. What is
-- erased leaves its row where the row is needed: of an event the place in chain and feed, of an answer the bound key, with
-- an empty body.

create index stored_document_by_case on stored_document (case_id);
create index kept_answer_by_resource on kept_answer (resource);
