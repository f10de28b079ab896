package se.ryggrad.conformance.registry;

import java.util.Optional;

/**
 * A requirement of the standard.
 *
 * @param id its immutable id
 * @param level how binding it is
 * @param role the role that it binds
 * @param option the option that it belongs to, if it belongs to one
 * @param kind {@code law}, {@code standard} or {@code choice}
 * @param source where it comes from
 * @param text what it says
 * @param notTestable why it cannot be seen from outside, if it cannot
 */
public record Entry(
        String id,
        Level level,
        String role,
        Optional<String> option,
        String kind,
        String source,
        Bilingual text,
        Optional<NotTestable> notTestable) {

    /** Tells whether checks can prove it from outside. */
    public boolean testable() {
        return notTestable.isEmpty();
    }

    /**
     * Why a requirement cannot be tested from outside.
     *
     * @param reason the reason
     * @param provenBy the test of the reference server that proves it there
     */
    public record NotTestable(Bilingual reason, String provenBy) {}
}
