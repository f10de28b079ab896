package se.ryggrad.conformance.twin.portal;

import java.util.Optional;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.mandates.Mandate;

/**
 * Who asks for an overview, and for whom.
 *
 * @param caller the person
 * @param token the person's own token
 */
record Asking(Caller caller, String token) {

    static Asking of(Call call) {
        String field = call.header("Authorization").orElse("");
        return new Asking(call.caller(), field.substring(field.indexOf(' ') + 1).strip());
    }

    Optional<Mandate> mandate() {
        return caller.mandate();
    }

    /** Returns the identity of the represented; empty if nobody is. */
    String represented() {
        return mandate().map(m -> m.scheme() + " " + m.value()).orElse("");
    }
}
