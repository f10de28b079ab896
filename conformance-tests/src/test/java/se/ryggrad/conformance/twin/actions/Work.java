package se.ryggrad.conformance.twin.actions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.node.ObjectNode;

/** Holds one action while it is done: first its faults are gathered, then it changes the case. */
public final class Work {

    private final Standing standing;
    private final Call call;
    private final ObjectNode body;
    private final Timeline timeline;
    private final List<FieldFault> faults = new ArrayList<>();

    /** Begins work on a case. */
    public Work(Standing standing, Call call, ObjectNode body) {
        this.standing = standing;
        this.call = call;
        this.body = body;
        this.timeline = new Timeline(standing, call);
    }

    World world() {
        return standing.world();
    }

    TwinSettings settings() {
        return world().settings();
    }

    CaseFile file() {
        return standing.file();
    }

    Standing standing() {
        return standing;
    }

    Call call() {
        return call;
    }

    ObjectNode body() {
        return body;
    }

    Timeline timeline() {
        return timeline;
    }

    List<FieldFault> faults() {
        return faults;
    }

    /** Adds a fault. */
    void fault(String pointer, String code) {
        faults.add(FieldFault.at(pointer, code));
    }

    /** Adds a fault when a condition holds. */
    void faultIf(boolean wrong, String pointer, String code) {
        if (wrong) {
            fault(pointer, code);
        }
    }

    /** Ends with 422 when anything is wrong. */
    void check() {
        if (settings().breaks(Fault.CORE_015_A)) {
            faults.removeIf(f -> f.code().equals("number-out-of-range"));
        }
        faults.removeIf(f -> f.code().equals("number-out-of-range") && isOverlooked(String.valueOf(f.pointer())));
        if (!faults.isEmpty()) {
            throw Fail.invalid(faults);
        }
    }

    private boolean isOverlooked(String pointer) {
        boolean whole = body.at(pointer).isIntegralNumber();
        return (settings().breaks(Fault.CORE_015_B) && !pointer.startsWith("/form"))
                || (settings().breaks(Fault.CORE_015_C)
                        && !whole
                        && Double.isFinite(body.at(pointer).decimalValue().doubleValue()));
    }

    /** Returns a text of the body, or empty. */
    String text(String name) {
        return body.path(name).asString("");
    }

    /** Returns a date of the body; a wrong one is a fault already. */
    Optional<LocalDate> date(String name) {
        try {
            return text(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Adds a fault when a fact's date lies in the future. */
    void notInFuture(String name, Fault broken) {
        boolean future = date(name).filter(d -> d.isAfter(world().today())).isPresent();
        faultIf(future && !settings().breaks(broken), "/" + name, "date-in-future");
    }

    /** Returns the party with an id. */
    Optional<Party> party(String id) {
        return file().parties().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Returns the party with an id that has not ended, or that a fault lets count though it has. */
    Optional<Party> active(String id, Fault loose) {
        return party(id).filter(p -> !p.isEnded() || settings().breaks(loose));
    }

    /** Returns the party for whom the caller acts: themselves, or the one whom a recorder names. */
    Optional<Party> actor(String right) {
        if (!text("for").isEmpty()) {
            return party(text("for"));
        }
        return standing.self().stream().filter(p -> p.may(right)).findFirst();
    }

    /** Gathers the faults of an act that may be recorded on paper, by phone or at a visit. */
    void recorded(String right, boolean needed) {
        recorded(p -> p.may(right), needed);
    }

    /** Gathers the faults of an act that may be recorded for those who are entitled to it. */
    void recorded(Predicate<Party> entitled, boolean needed) {
        if (!standing.caller().isOfficer()) {
            notRecorded();
            return;
        }
        notInFuture("receivedOn", Fault.HAND_041_E);
        boolean early =
                date("receivedOn").filter(d -> d.isBefore(file().receivedOn())).isPresent();
        faultIf(early && !settings().breaks(Fault.HAND_041_B), "/receivedOn", "date-order");
        boolean told = body.has("for") || body.has("channel") || body.has("receivedOn");
        faultIf(told && !body.has("channel"), "/channel", "required");
        if (!body.has("for")) {
            faultIf(needed || told, "/for", "required");
            return;
        }
        faultIf(
                active(text("for"), Fault.HAND_069_D)
                        .filter(p -> entitled.test(p) || settings().breaks(Fault.HAND_041_D))
                        .isEmpty(),
                "/for",
                "unknown-value");
        boolean centre = standing.isContactCentre() && !settings().breaks(Fault.HAND_093_E);
        if (!standing.isRegistrar() && !standing.isAssigned() && !centre) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
    }

    /** Gathers the faults of an act of the caller's own that says how somebody else's came. */
    void notRecorded() {
        for (String name : List.of("for", "channel", "receivedOn")) {
            boolean own = settings().breaks(Fault.HAND_041_C);
            faultIf(body.has(name) && !own, "/" + name, "unknown-member");
        }
    }

    /** Adds how an act came that was recorded for a party. */
    ObjectNode onPaper(ObjectNode data) {
        return body.has("for")
                ? copy(data, "channel").put("receivedOn", happenedOn().toString())
                : data;
    }

    /** Returns the day on which the act happened. */
    LocalDate happenedOn() {
        return date("receivedOn").orElse(world().today());
    }

    /** Returns data for an event. */
    static ObjectNode data() {
        return Json.object();
    }

    /** Copies members of the body that are there. */
    ObjectNode copy(ObjectNode to, String... names) {
        for (String name : names) {
            if (body.has(name) && !body.path(name).isNull()) {
                to.set(name, body.path(name));
            }
        }
        return to;
    }
}
