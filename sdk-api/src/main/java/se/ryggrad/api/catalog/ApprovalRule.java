package se.ryggrad.api.catalog;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Says who must agree before anything is granted in a case of a service, and how many of them.
 *
 * @param who who is to agree
 * @param quorum how many, whoever submits included; empty for all of them
 */
public record ApprovalRule(Who who, OptionalInt quorum) {

    /** Rejects a quorum that nobody would have to meet. */
    public ApprovalRule {
        Objects.requireNonNull(who, "who");
        if (quorum.isPresent() && quorum.getAsInt() < 1) {
            throw new IllegalArgumentException("a quorum is at least one");
        }
    }

    /** Returns how many of {@code candidates} must agree: no more than there are. */
    public int needed(int candidates) {
        return Math.min(quorum.orElse(candidates), candidates);
    }

    /** Lists who can be to agree; the list is closed. */
    public enum Who {
        /** Each guardian of each applicant who is a person (FB chapter 6 section 13). */
        GUARDIANS,
        /** Each of those who sign together for each applicant that is an organisation. */
        JOINT_SIGNATORIES,
        /** Each applicant and co-applicant. */
        CO_APPLICANTS;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
