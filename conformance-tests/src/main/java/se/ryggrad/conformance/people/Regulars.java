package se.ryggrad.conformance.people;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The officers and systems that the checks of one run share: where it does not matter who somebody is, the same tokens are
 * shown again, as a real officer's are, and neither side signs and verifies new ones all the time. Safe for many threads.
 */
public final class Regulars {

    /** How long a token must still be good when a check is given it. */
    private static final Duration LEFT = Duration.ofMinutes(15);

    private final ConcurrentMap<String, TestActor> known = new ConcurrentHashMap<>();

    /** Returns whom the run knows by a role, or makes them where nobody is known or their token ends soon. */
    @SuppressWarnings("unchecked") // a role begins with the kind of actor that it is for
    <A extends TestActor> A same(String role, Supplier<A> maker) {
        return (A) known.compute(
                role, (name, before) -> before != null && before.login().token().lastsFor(LEFT) ? before : maker.get());
    }
}
