package se.ryggrad.conformance.twin.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Judges tokens that were exchanged for a portal (RFC 8693): they have the claim {@code act}. */
final class Exchange {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final TwinSettings settings;
    private final Clock clock;

    Exchange(TwinSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns whether nothing is wrong with the exchange, or there was none. */
    boolean isGood(JWTClaimsSet set, Caller caller) {
        return !set.getClaims().containsKey("act")
                || (isFor(caller) && isNamed(set.getClaim("act")) && (isShort(set) || breaks(Fault.MINA_007_A)));
    }

    private boolean isFor(Caller caller) {
        return caller.isPerson()
                || (caller.isOfficer() && breaks(Fault.MINA_007_E))
                || (caller.isSystem() && breaks(Fault.MINA_007_F));
    }

    private boolean isNamed(Object act) {
        if (act instanceof Map<?, ?> object) {
            return object.get("sub") instanceof String || breaks(Fault.MINA_007_D);
        }
        return (act instanceof String && breaks(Fault.MINA_007_C))
                || (act instanceof List<?> && breaks(Fault.MINA_007_I));
    }

    private boolean isShort(JWTClaimsSet set) {
        if (set.getIssueTime() == null) {
            return breaks(Fault.MINA_007_B);
        }
        Instant end = set.getExpirationTime().toInstant();
        Instant begin =
                breaks(Fault.MINA_007_H) ? clock.instant() : set.getIssueTime().toInstant();
        int order = Duration.between(begin, end).compareTo(LONGEST);
        return order < 0 || (order == 0 && !breaks(Fault.MINA_007_G));
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
