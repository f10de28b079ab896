package se.ryggrad.conformance.twin.http;

import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Says where a portal is let in, with a token that was exchanged for one of a person's. */
final class Portal {

    private Portal() {}

    /** Returns whether a portal is behind the request; a broken twin does not see it at some paths. */
    static boolean isBehind(Call call, Route route, TwinSettings settings) {
        return call.caller().grant().isExchanged() && !isOverlooked(call, route, settings);
    }

    private static boolean isOverlooked(Call call, Route route, TwinSettings settings) {
        boolean list = call.path().equals("/cases") && route.method().equals("GET");
        boolean me = call.path().equals("/me");
        boolean writing = route.method().equals("POST");
        boolean open = route.access().withoutToken();
        return (list && settings.breaks(Fault.MINA_006_A))
                || (me && settings.breaks(Fault.MINA_006_D))
                || (writing && settings.breaks(Fault.MINA_006_E))
                || (open && settings.breaks(Fault.MINA_006_F));
    }

    /** Returns whether the operation lets this portal in. */
    static boolean isAdmitted(Call call, Route route, TwinSettings settings) {
        String needed = route.access().portal();
        boolean representations = call.path().equals("/me/representations");
        boolean scoped = call.caller().scopes().contains(needed)
                || settings.breaks(Fault.MINA_006_B)
                || (representations && settings.breaks(Fault.MINA_006_K));
        boolean refused = call.header("On-Behalf-Of").isPresent() && settings.breaks(Fault.MINA_006_H);
        boolean searched = call.path().equals("/me/representations/searches");
        boolean closed = (representations && settings.breaks(Fault.MINA_006_J))
                || (searched && settings.breaks(Fault.MINA_006_O));
        return !needed.isEmpty()
                && scoped
                && !refused
                && !closed
                && call.caller().isPerson();
    }
}
