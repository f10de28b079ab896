package se.ryggrad.api.messaging.model;

import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;

/**
 * Is to whom a message goes: one person or organisation, known when it was sent.
 *
 * <p>As text it never shows who.
 */
public sealed interface Addressee {

    /** Returns who it is; shown to no sender. */
    Identity identity();

    /** Returns the case that the message is of, where it is of one. */
    Optional<CaseId> ofCase();

    /**
     * Is somebody whom the sender named.
     *
     * @param identity who
     */
    record Named(Identity identity) implements Addressee {

        /** Rejects an absent identity. */
        public Named {
            Objects.requireNonNull(identity, "identity");
        }

        @Override
        public Optional<CaseId> ofCase() {
            return Optional.empty();
        }
    }

    /**
     * Is a party of a case.
     *
     * @param in the case
     * @param party the party
     * @param identity who that was when the message was sent
     */
    record OfParty(CaseId in, PartyId party, Identity identity) implements Addressee {

        /** Rejects absent parts. */
        public OfParty {
            Objects.requireNonNull(in, "in");
            Objects.requireNonNull(party, "party");
            Objects.requireNonNull(identity, "identity");
        }

        @Override
        public Optional<CaseId> ofCase() {
            return Optional.of(in);
        }
    }
}
