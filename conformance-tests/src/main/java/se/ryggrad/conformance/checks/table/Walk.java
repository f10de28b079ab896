package se.ryggrad.conformance.checks.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ryggrad.conformance.contract.Table;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;

/** One way through the table: a case and what has been done to it, each step compared with the table. For one thread. */
final class Walk {

    /** A case that is rerouted leaves the sight of its officers; a memo has to be dealt with when its case ends. */
    private static final Set<String> AVOIDED = Set.of("reroute", "memo");

    private final Scene scene;
    private final List<Step> taken = new ArrayList<>();
    private final Map<Integer, String> events = new LinkedHashMap<>();

    /** Begins at a case to which nothing has been done. */
    Walk(Scene scene) {
        this.scene = scene;
    }

    /**
     * What somebody does.
     *
     * @param seat from where
     * @param action the action
     */
    record Step(Seat seat, String action) {

        @Override
        public String toString() {
            return action + " by " + seat;
        }
    }

    /** Returns the steps taken so far. */
    List<Step> taken() {
        return List.copyOf(taken);
    }

    /** Returns what the table lets anybody do next. */
    List<Step> possible() {
        boolean last = Model.active(scene.view()).count() <= 1;
        List<Step> steps = new ArrayList<>();
        for (Seat seat : Seat.values()) {
            Model.allowed(seat, scene).stream()
                    .filter(action -> !AVOIDED.contains(action) && !(last && action.equals("end-party")))
                    .forEach(action -> steps.add(new Step(seat, action)));
        }
        return steps;
    }

    /** Takes a step, and looks at what it made of the case, as who acted and as others. */
    void take(Step step, Collection<Seat> onlookers) {
        int version = scene.view().path("version").asInt();
        String before = scene.view().path("status").asString("");
        taken.add(step);
        Answer acted = scene.attempt(step.seat(), step.action()).expect(200);
        Table.Row row = Model.row(step.action());
        String status = acted.at("/status").text();
        boolean same = status.equals(before) && row.to().contains("same");
        if (!same && !row.to().contains(status)) {
            acted.at("/status").fail("one of " + row.to());
        }
        int added = (int) acted.at("/version").number() - version;
        if (added < 1 || added > 2) {
            acted.at("/version").fail((version + 1) + " or " + (version + 2));
        }
        events.put(version, row.event());
        expectAllowed(step.seat());
        onlookers.forEach(this::expectAllowed);
    }

    private void expectAllowed(Seat seat) {
        List<String> expected = Model.allowed(seat, scene);
        Part allowed = scene.allowed(seat);
        if (!Json.value(expected).equals(allowed.node())) {
            allowed.fail(expected + " for " + seat);
        }
    }

    /** Expects that each step left its event, and that citizen and officer have the same sound timeline. */
    void expectTimelines() {
        Timeline whole = Timeline.of(scene.live(), scene.at(Seat.OFFICER)).expectSound();
        Timeline parties = Timeline.of(scene.live(), scene.at(Seat.APPLICANT)).expectSound();
        if (!whole.languageFree().equals(parties.languageFree())) {
            throw ConformanceFailure.of("the same timeline for citizen and officer", "two");
        }
        List<String> types = whole.types();
        events.forEach((version, event) -> {
            List<String> made = types.subList(version, Math.min(version + 2, types.size()));
            if (!made.contains(event)) {
                throw ConformanceFailure.of("an event " + event + " after number " + version, made.toString());
            }
        });
    }
}
