package se.ryggrad.conformance.twin.index;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.IdentityNumber;
import se.ryggrad.conformance.twin.identity.Levels;
import se.ryggrad.conformance.twin.mandates.Mandate;
import se.ryggrad.conformance.twin.protection.Identity;

/**
 * Who looks at an overview, and whose it is.
 *
 * @param caller the person who looks
 * @param whose whose items are shown: the person's own, or those of the represented
 */
record Viewer(Caller caller, Identity whose) {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    static Viewer of(Call call) {
        var caller = call.caller();
        var represented = caller.mandate().map(m -> identity(m.scheme(), m.value()));
        return new Viewer(caller, represented.orElse(identity(caller.scheme(), caller.number())));
    }

    private static Identity identity(String scheme, String value) {
        return new Identity(scheme, IdentityNumber.canonical(scheme, value));
    }

    /** Returns whether the person acts by a representation that is for certain services alone. */
    boolean isForCertainServices() {
        return caller.mandate().filter(m -> m.entry().has("services")).isPresent();
    }

    boolean sees(Pushed item, TwinSettings settings, Clock clock) {
        boolean mine = item.owner().equals(identity(caller.scheme(), caller.number()));
        boolean beside = mine && caller.mandate().isPresent() && settings.breaks(Fault.MINA_046_E);
        boolean shown = item.owner().equals(whose)
                && caller.mandate()
                        .map(m -> isNamed(m, item, settings, LocalDate.ofInstant(clock.instant(), STOCKHOLM)))
                        .orElse(true);
        return (shown || beside) && isAssured(item.assurance(), settings);
    }

    private static boolean isNamed(Mandate mandate, Pushed item, TwinSettings settings, LocalDate today) {
        if (settings.breaks(Fault.MINA_046_A)) {
            return true;
        }
        var kinds = item.representatives();
        boolean other = settings.breaks(Fault.MINA_046_F)
                && !kinds.isEmpty()
                && !kinds.keySet().iterator().next().equals(mandate.kind());
        return !other
                && !settings.breaks(Fault.MINA_046_B)
                && Optional.ofNullable(kinds.get(mandate.kind()))
                        .filter(until -> until.isEmpty()
                                || settings.breaks(Fault.MINA_046_D)
                                || isUntil(LocalDate.parse(until), settings, today))
                        .isPresent();
    }

    private static boolean isUntil(LocalDate last, TwinSettings settings, LocalDate today) {
        return settings.breaks(Fault.MINA_046_C) ? today.isBefore(last) : !today.isAfter(last);
    }

    private boolean isAssured(String needed, TwinSettings settings) {
        boolean none = needed.equals(Levels.NONE);
        if (settings.breaks(Fault.MINA_047_A)) {
            return true;
        }
        if (settings.breaks(Fault.MINA_047_B)) {
            return none || needed.equals(caller.acr());
        }
        boolean unknown = !Levels.isKnown(caller.acr()) && settings.breaks(Fault.MINA_047_C);
        return unknown
                || Levels.reaches(caller.acr(), none && settings.breaks(Fault.MINA_047_D) ? Levels.LOA3 : needed);
    }
}
