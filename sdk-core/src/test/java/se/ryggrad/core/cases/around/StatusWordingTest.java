package se.ryggrad.core.cases.around;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.StatusWording;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.CaseEngine;
import se.ryggrad.core.cases.EnginePorts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.letters.Outbox;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.Representatives;

class StatusWordingTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller KARIN =
            People.officer("Karin", "case-officer@conformance-a", "unit:unit-a@conformance-a");
    private static final StatusWording COUNTING = shown -> new LocalizedText(
            "väntar på " + shown.openRequests().size(),
            "awaits " + shown.openRequests().size());

    private final World world = new World();
    private final CaseEngine engine = new CaseEngine(
            new EnginePorts(
                    world.cases,
                    world.documents,
                    world.services,
                    World.principals(),
                    world.officers,
                    world.accessLog,
                    Protections.NOBODY,
                    Representatives.UNKNOWN,
                    Outbox.NONE,
                    COUNTING),
            world.clock,
            new Random(1));

    @Test
    void wordsTheStatusByWhatEachReaderIsShown() {
        CaseId id =
                world.submit(ANNA, "plain", "{\"subject\":\"Prov\"}").shown().id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        List<Circle.Ground> secrecy = List.of(new Circle.Ground("OSL 26 kap. 1 §", "sökanden"));
        Request.Addressee board = new Request.Addressee.OfName("Länsstyrelsen");
        world.act(KARIN, id, Acts.ask(board, LocalDate.of(2026, 12, 1), new Circle(Audience.OFFICERS, secrecy)));

        assertThat(List.of(told(KARIN, id), listed(KARIN))).containsOnly(new LocalizedText("väntar på 1", "awaits 1"));
        assertThat(List.of(told(ANNA, id), listed(ANNA))).containsOnly(new LocalizedText("väntar på 0", "awaits 0"));
    }

    private LocalizedText told(Caller caller, CaseId id) {
        return engine.find(caller, id).localStatus();
    }

    private LocalizedText listed(Caller caller) {
        return engine.list(caller, CaseQuery.Filter.NONE, new PageRequest(1, 20, false))
                .items()
                .get(0)
                .localStatus();
    }
}
