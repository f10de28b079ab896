package se.ryggrad.conformance.checks.table;

import java.util.Set;

/** From where somebody acts on a case. */
enum Seat {
    /** The sole applicant. */
    APPLICANT,
    /** The officer whom the case is or will be assigned to. */
    OFFICER,
    /** Another officer of the same unit. */
    COLLEAGUE,
    /** A registrar of the authority. */
    REGISTRAR,
    /** A system with every scope for cases. */
    SYSTEM;

    /** Returns what the table may call somebody in this seat, at some time or other. */
    Set<String> kinds() {
        return switch (this) {
            case APPLICANT -> Set.of("party", "addressee", "initiating-party");
            case OFFICER, COLLEAGUE -> Set.of("officer", "assigned-officer", "recorder");
            case REGISTRAR -> Set.of("registrar", "recorder");
            case SYSTEM -> Set.of("system");
        };
    }
}
