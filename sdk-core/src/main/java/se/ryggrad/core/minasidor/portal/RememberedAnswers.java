package se.ryggrad.core.minasidor.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Remembers what sources have answered, for when they are silent: to whom it was given, for whom and at which level of assurance
 * (MINA-028 to MINA-030). In memory alone, bounded in number and octets. Thread-safe.
 */
final class RememberedAnswers {

    private static final int MOST_ANSWERS = 100_000;
    private static final long MOST_OCTETS = 64L << 20;
    private static final int OVERHEAD = 512;

    private final Duration staleFor;
    private final Clock clock;
    private final int mostAnswers;
    private final long mostOctets;
    private final Map<Whose, Map<Optional<String>, SourceAnswer>> answers = new LinkedHashMap<>();
    private int held;
    private long octets;

    /** Creates an empty memory of answers that are not older than {@code staleFor}. */
    RememberedAnswers(Duration staleFor, Clock clock) {
        this(staleFor, clock, MOST_ANSWERS, MOST_OCTETS);
    }

    RememberedAnswers(Duration staleFor, Clock clock, int mostAnswers, long mostOctets) {
        this.staleFor = staleFor;
        this.clock = clock;
        this.mostAnswers = mostAnswers;
        this.mostOctets = mostOctets;
    }

    /**
     * Says whose answers of which source.
     *
     * @param principal whose portal
     * @param source the source
     * @param issuer who vouches for the person
     * @param person the person
     * @param represented for whom they asked; absent for themselves
     */
    record Whose(PrincipalId principal, String source, String issuer, ActorId person, Optional<Identity> represented) {}

    /** Remembers {@code answer} in place of an earlier one at the same level. */
    synchronized void keep(Whose whose, Optional<String> acr, SourceAnswer answer) {
        Map<Optional<String>, SourceAnswer> kept = take(whose);
        kept.values().removeIf(this::old);
        kept.put(acr, answer);
        put(whose, kept);
        makeRoom();
    }

    /** Returns the latest answer at this level that is not too old. */
    synchronized Optional<SourceAnswer> find(Whose whose, Optional<String> acr) {
        return Optional.ofNullable(answers.get(whose))
                .flatMap(kept -> Optional.ofNullable(kept.get(acr)))
                .filter(answer -> !old(answer));
    }

    /** Forgets what the source has answered, at every level. */
    synchronized void forget(Whose whose) {
        take(whose);
    }

    /** Forgets what is too old. */
    synchronized void sweep() {
        makeRoom();
    }

    /** Returns how many answers are held. */
    synchronized int size() {
        return held;
    }

    private boolean old(SourceAnswer answer) {
        Instant oldest = clock.instant().minus(staleFor);
        return answer.at().isBefore(oldest);
    }

    /** Removes whoever was written longest ago, as long as all of theirs is too old or there is no room. */
    private void makeRoom() {
        Iterator<Map.Entry<Whose, Map<Optional<String>, SourceAnswer>>> first =
                answers.entrySet().iterator();
        while (first.hasNext()) {
            Map<Optional<String>, SourceAnswer> kept = first.next().getValue();
            boolean roomy = held <= mostAnswers && octets <= mostOctets;
            if (roomy && !kept.values().stream().allMatch(this::old)) {
                return;
            }
            first.remove();
            count(kept, -1);
        }
    }

    private Map<Optional<String>, SourceAnswer> take(Whose whose) {
        Map<Optional<String>, SourceAnswer> kept = answers.remove(whose);
        if (kept == null) {
            return new HashMap<>(2);
        }
        count(kept, -1);
        return kept;
    }

    private void put(Whose whose, Map<Optional<String>, SourceAnswer> kept) {
        answers.put(whose, kept);
        count(kept, 1);
    }

    private void count(Map<Optional<String>, SourceAnswer> kept, int sign) {
        held += sign * kept.size();
        octets += sign
                * kept.values().stream()
                        .mapToLong(answer -> (long) answer.octets() + OVERHEAD)
                        .sum();
    }
}
