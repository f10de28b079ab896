package se.ryggrad.conformance.twin.actions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.identity.Caller;

/** Does register, assign and reroute. */
final class Placing {

    private Placing() {}

    static void register(Work work) {
        work.check();
        if (!work.settings().breaks(Fault.HAND_008_A)) {
            number(work);
        }
        work.file().status("registered");
        work.timeline().write(registered(work));
    }

    /** Gives the registry number. */
    static void number(Work work) {
        if (work.file().registryNumber().isEmpty()) {
            work.file().registryNumber(work.world().nextNumber(work.file().authority()));
        }
    }

    static Fact registered(Work work) {
        var data = Work.data().put("registryNumber", work.file().registryNumber());
        return Fact.of("registered", work.world().today(), data);
    }

    static void assign(Work work) {
        var officer = officer(work);
        if (work.settings().breaks(Fault.CORE_055_D) && !work.faults().isEmpty()) {
            work.faults().clear();
            registerFirst(work);
            throw se.ryggrad.conformance.twin.http.Fail.invalid("/officer", "unknown-value");
        }
        work.check();
        registerFirst(work);
        work.file().status("in-progress");
        work.file().officer(officer);
        var data = Work.data();
        if (officer != null) {
            data.put("officer", officer.id());
        }
        work.timeline().write(Fact.of("assigned", work.world().today(), data));
    }

    private static @Nullable Caller officer(Work work) {
        var caller = work.standing().caller();
        if (!work.body().has("officer")) {
            work.faultIf(!work.standing().handles(), "/officer", "required");
            return caller;
        }
        Optional<Caller> known = work.world().claims().knownOfficer(work.text("officer"));
        var file = work.file();
        var fit = known.filter(o -> o.handles(file.unit(), file.authority())
                || (work.settings().breaks(Fault.HAND_010_B) && o.groups().isEmpty()));
        fit = fit.filter(o -> file.parties().stream().noneMatch(p -> o.isNumbered(p.value())));
        if (!work.standing().shielded().isEmpty()) {
            fit = fit.filter(o -> isTrusted(work, o));
        }
        if (work.settings().breaks(Fault.HAND_010_A)) {
            return fit.or(() -> known).orElse(caller);
        }
        work.faultIf(fit.isEmpty(), "/officer", "unknown-value");
        return fit.orElse(null);
    }

    /** Returns whether an officer handles cases with a protected party. */
    private static boolean isTrusted(Work work, Caller officer) {
        boolean trusted = officer.has("protected-identity", work.file().authority());
        if (!trusted && work.settings().breaks(Fault.ID_064_C)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        boolean elsewhere = officer.hasAnywhere("protected-identity");
        return trusted
                || work.settings().breaks(Fault.ID_064_A)
                || (elsewhere && work.settings().breaks(Fault.ID_064_B));
    }

    private static void registerFirst(Work work) {
        if (work.file().isIn("submitted") && !work.settings().breaks(Fault.HAND_009_A)) {
            register(work);
        }
    }

    static void reroute(Work work) {
        String unit = work.text("unit");
        boolean other = !unit.equals(work.file().unit())
                && work.world().hasUnit(work.file().authority(), unit);
        work.faultIf(!other && work.body().has("unit"), "/unit", "unknown-value");
        work.check();
        registerFirst(work);
        String from = work.file().unit();
        work.file().unit(unit);
        work.file().status("registered");
        if (!work.settings().breaks(Fault.HAND_011_A)) {
            work.file().officer(null);
        }
        if (work.settings().breaks(Fault.HAND_011_B)) {
            Asking.lapse(work, Work.data());
        }
        var data = work.copy(Work.data().put("from", from).put("to", unit), "text");
        work.timeline().write(Fact.of("rerouted", work.world().today(), data));
    }
}
