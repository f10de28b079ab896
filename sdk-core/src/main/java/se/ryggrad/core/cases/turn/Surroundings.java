package se.ryggrad.core.cases.turn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.organisation.Authority;

/** Answers what a rule must know beyond the case; asked only when a rule needs it. */
public interface Surroundings {

    /** Returns what is known of those uploaded documents that exist. */
    List<StoredDocument> documents(Set<DocumentId> ids);

    /** Returns the events of the case so far. */
    List<CaseEvent> events();

    /** Returns the working papers of the case. */
    List<Memo> memos();

    /** Returns the officer, or nothing for an unknown id. */
    Optional<Actor.Officer> officer(ActorId id);

    /** Returns the authority of the case. */
    Authority authority();

    /**
     * Returns who is to agree for {@code represented}, or nothing while that is unknown.
     *
     * @param who guardians, or joint signatories
     */
    Optional<List<ActorId>> toAgree(ApprovalRule.Who who, Identity represented);

    /** Returns what is wrong with a letter, at pointers within it. */
    List<Fault> faults(CaseLetter letter);

    /** Makes the message that takes a letter without faults to a party; it is sent once the turn is written. */
    Message message(CaseLetter letter, Party to);

    /** Returns a new registry number of the authority. */
    String registryNumber();
}
