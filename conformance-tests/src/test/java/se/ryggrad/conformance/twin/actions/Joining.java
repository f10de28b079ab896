package se.ryggrad.conformance.twin.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;

/** Does add-party, change-party and end-party. */
final class Joining {

    private static final List<String> MEMBERS = List.of("role", "name", "rights", "identity");

    private Joining() {}

    static void add(Work work) {
        var entry = work.body().path("party");
        Facts.identity(work, entry.path("identity"), "/party/identity/value");
        work.check();
        var settings = work.settings();
        var today = work.world().today();
        var from = settings.breaks(Fault.HAND_065_E) ? work.file().receivedOn() : today;
        var party = facts(work).party(entry, !settings.breaks(Fault.HAND_065_C), from);
        if (settings.breaks(Fault.HAND_065_B) && !entry.has("rights")) {
            party = party.with(Party.defaultRights("applicant"));
        }
        work.file().join(party);
        var data = Work.data().put("party", party.id());
        if (!settings.breaks(Fault.HAND_065_F)) {
            data.put("role", party.role());
        }
        work.timeline().write(Fact.of("party-added", today, data));
        new Agreeing(work).joined(party);
    }

    static void change(Work work) {
        var change = work.body().path("change");
        Facts.identity(work, change.path("identity"), "/change/identity/value");
        var named = named(work, Fault.HAND_070_B);
        work.check();
        if (named.isEmpty()) {
            return;
        }
        var after = changed(work, named.get(), change);
        work.file().replace(named.get(), after);
        var given = MEMBERS.stream()
                .filter(name -> change.has(name) || work.settings().breaks(Fault.HAND_066_E))
                .toList();
        var data = Work.data().put("party", after.id());
        data.set("changed", Json.array(given));
        if (!work.settings().breaks(Fault.HAND_066_F)) {
            work.copy(data, "ground");
        }
        work.timeline().write(Fact.of("party-changed", work.world().today(), data));
    }

    private static Party changed(Work work, Party before, JsonNode change) {
        var settings = work.settings();
        var party = before;
        if (change.has("role")) {
            party = party.as(change.path("role").asString());
            party = settings.breaks(Fault.HAND_066_B) ? party.with(Party.defaultRights(party.role())) : party;
        }
        if (change.has("name") || settings.breaks(Fault.HAND_066_C)) {
            party = party.named(change.path("name").asString(""));
        }
        if (change.has("rights") && !settings.breaks(Fault.HAND_066_D)) {
            party = party.with(
                    change.path("rights").valueStream().map(JsonNode::asString).toList());
        }
        if (change.has("identity")) {
            party = numbered(work, party, change.path("identity"));
        }
        return settings.breaks(Fault.HAND_066_A) ? party.again(UUID.randomUUID().toString()) : party;
    }

    private static Party numbered(Work work, Party party, JsonNode identity) {
        String scheme = identity.path("scheme").asString();
        String value = identity.path("value").asString("");
        boolean lost = work.settings().breaks(Fault.HAND_067_B);
        return party.numbered(scheme, value, lost ? "" : facts(work).person(scheme, value));
    }

    static void end(Work work) {
        var named = named(work, Fault.HAND_070_C);
        work.notInFuture("endedOn", Fault.HAND_071_A);
        boolean early = named.isPresent()
                && work.date("endedOn")
                        .filter(day -> isEarly(work, day, named.get().from()))
                        .isPresent();
        work.faultIf(early, "/endedOn", "date-order");
        work.check();
        var settings = work.settings();
        LocalDate today = work.world().today();
        LocalDate on = work.date("endedOn").orElse(today);
        var party = named.orElseThrow(Fail::notFound);
        var until = settings.breaks(Fault.HAND_068_D) ? today : on;
        work.file()
                .replace(
                        party,
                        party.ended(until.toString(), settings.breaks(Fault.HAND_068_E) ? "" : work.text("ground")));
        if (settings.breaks(Fault.HAND_068_C)) {
            work.file().parties().removeIf(p -> p.id().equals(party.id()));
        }
        var data = work.copy(Work.data().put("party", party.id()), "ground", "text");
        data.put("endedOn", on.toString());
        var day = settings.breaks(Fault.HAND_068_F) ? today : on;
        work.timeline().write(new Fact("party-ended", day, data, Circle.everybody(), ""));
    }

    private static boolean isEarly(Work work, LocalDate day, LocalDate from) {
        boolean first = day.equals(from) && work.settings().breaks(Fault.HAND_071_C);
        return first || (day.isBefore(from) && !work.settings().breaks(Fault.HAND_071_B));
    }

    /** Returns the party that an action is about, or nobody where that is a fault of the body. */
    private static Optional<Party> named(Work work, Fault loose) {
        var settings = work.settings();
        boolean given = work.body().path("party").isString() && work.faults().isEmpty();
        if (given && work.party(work.text("party")).isEmpty()) {
            if (settings.breaks(Fault.HAND_070_A)) {
                throw Fail.notFound();
            }
            boolean ignored =
                    settings.breaks(Fault.HAND_070_D) && work.text("action").equals("change-party");
            work.faultIf(!ignored, "/party", "unknown-value");
            return Optional.empty();
        }
        var party = work.active(work.text("party"), loose);
        work.faultIf(given && party.isEmpty(), "/party", "unknown-value");
        return party;
    }

    private static Facts facts(Work work) {
        return new Facts(work.world(), work.call(), work.body());
    }
}
