package se.ryggrad.conformance.twin.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Judges tokens that were exchanged for a portal (RFC 8693): they have the claim {@code act}. */
final class Exchange {

    private static final String ACT = "act";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final TwinSettings settings;
    private final Clock clock;

    Exchange(TwinSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns whether the token was exchanged: it has the claim, whatever its value. */
    static boolean isMade(JWTClaimsSet set) {
        return set.getClaims().containsKey(ACT);
    }

    /** Returns the claims; a broken twin does not see an {@code act} that names nobody. */
    JWTClaimsSet seen(JWTClaimsSet set) throws ParseException {
        Object act = set.getClaim(ACT);
        boolean nothing = isMade(set) && act == null;
        boolean nobody = act instanceof Map<?, ?> object && "".equals(object.get("sub"));
        if ((nothing && breaks(Fault.MINA_007_K)) || (nobody && breaks(Fault.MINA_007_L))) {
            var claims = new HashMap<>(set.toJSONObject());
            claims.remove(ACT);
            return JWTClaimsSet.parse(claims);
        }
        return set;
    }

    /** Returns whether nothing is wrong with the exchange, or there was none. */
    boolean isGood(JWTClaimsSet set, Caller caller) {
        return !isMade(set) || (isFor(caller) && isNamed(set.getClaim(ACT)) && isHere(set) && isInTime(set));
    }

    private boolean isFor(Caller caller) {
        return caller.isPerson()
                || (caller.isOfficer() && breaks(Fault.MINA_007_E))
                || (caller.isSystem() && breaks(Fault.MINA_007_F));
    }

    private boolean isNamed(@Nullable Object act) {
        if (act instanceof Map<?, ?> object) {
            Object sub = object.get("sub");
            boolean named = sub instanceof String text && !text.isEmpty();
            return named
                    || (sub == null && breaks(Fault.MINA_007_D))
                    || (sub instanceof Number && breaks(Fault.MINA_007_O));
        }
        return (act instanceof String && breaks(Fault.MINA_007_C))
                || (act instanceof List<?> && breaks(Fault.MINA_007_I));
    }

    /** Returns whether the token is meant for nobody else: that it is meant for us was seen before. */
    private boolean isHere(JWTClaimsSet set) {
        boolean alone = Set.copyOf(set.getAudience()).size() == 1;
        return alone || breaks(Fault.MINA_007_N);
    }

    private boolean isInTime(JWTClaimsSet set) {
        if (set.getIssueTime() == null) {
            return breaks(Fault.MINA_007_B) || breaks(Fault.MINA_007_A);
        }
        return !isAhead(set.getIssueTime().toInstant()) && (isShort(set) || breaks(Fault.MINA_007_A));
    }

    private boolean isAhead(Instant issued) {
        Duration ahead = Duration.between(clock.instant(), issued);
        boolean beyond = ahead.compareTo(SKEW) > 0;
        return beyond ? !breaks(Fault.MINA_007_M) : !ahead.isNegative() && breaks(Fault.MINA_007_P);
    }

    private boolean isShort(JWTClaimsSet set) {
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
