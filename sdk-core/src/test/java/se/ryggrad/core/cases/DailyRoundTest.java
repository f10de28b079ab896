package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.organisation.AuthorityId;

/** Moves the clock, which nobody can from outside. */
class DailyRoundTest {

    /** 23:59 on 14 December and 00:01 on 15 December in Stockholm, where it is an hour past UTC. */
    private static final Instant LAST_MINUTE = Instant.parse("2026-12-14T22:59:00Z");

    private static final Instant DAY_AFTER = Instant.parse("2026-12-14T23:01:00Z");

    private final Town town = new Town(Instant.parse("2026-11-23T12:00:00Z"));
    private Case waiting = town.assigned();

    @BeforeEach
    void ask() {
        waiting = town.officerActs(
                waiting.id(),
                new CaseAction.Asking.Ask(
                        Request.Kind.SUPPLEMENT,
                        new Request.Addressee.OfParty(waiting.parties().get(0).id()),
                        "Skicka en ritning.",
                        Optional.empty(),
                        List.of(),
                        Optional.of(LocalDate.parse("2026-12-14")),
                        Optional.empty(),
                        Circle.EVERYBODY));
    }

    @Test
    void expiresAnOpenRequestTheDayAfterItIsDue() {
        town.at(LAST_MINUTE);
        assertThat(town.dailyRound().run()).isZero();
        assertThat(request(town.stored(waiting.id())).state()).isEqualTo(Request.State.OPEN);

        town.at(DAY_AFTER);
        assertThat(town.dailyRound().run()).isEqualTo(1);
        Case expired = town.stored(waiting.id());
        assertThat(request(expired).state()).isEqualTo(Request.State.EXPIRED);
        assertThat(expired.head().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(expired.openRequests()).isEmpty();
        EventView last = last();
        assertThat(last.event().type()).isEqualTo(EventType.REQUEST_CLOSED);
        assertThat(last.event().told().orElseThrow().content().text())
                .contains("\"state\":\"expired\"")
                .contains("\"kind\":\"automatic\"")
                .contains(request(expired).id().toString());
    }

    @Test
    void sealsTheAccessLogs() {
        AuditHead before = town.sealed();
        town.engine().find(town.caller(town.officer()), waiting.id());
        town.dailyRound().run();

        assertThat(town.sealed().sequence()).isEqualTo(before.sequence() + 1);
    }

    @Test
    void goesOnWhereSomethingFails() {
        World world = new World(1, DailyRoundTest::failing);
        CaseId id = world.submit(People.person(People.ANNA), "b", "{\"subject\":\"å\"}")
                .shown()
                .id();
        world.engine.find(People.officer("Bo", "registrar@conformance-b"), id);

        IllegalStateException failed = catchThrowableOfType(
                IllegalStateException.class, () -> world.engine.dailyRound().run());

        assertThat(failed).hasMessage("overdue");
        assertThat(failed.getSuppressed()).extracting(Throwable::getMessage).containsExactly("seal");
        AuditHead ofB = world.accessLog.head(People.PRINCIPAL, new AuthorityId("conformance-b"));
        assertThat(ofB.sequence()).isEqualTo(1);
    }

    /** Opens stores that neither tell what is overdue nor seal the log of conformance-a. */
    private static Plugs failing(Clock clock) {
        Plugs sound = World.inMemory(clock);
        return new Plugs(
                failing(CaseStore.class, sound.cases(), "overdue", People.PRINCIPAL),
                sound.documents(),
                sound.services(),
                sound.officers(),
                sound.log(),
                failing(AccessLog.class, sound.accessLog(), "seal", People.AUTHORITY),
                sound.messages());
    }

    private static <T> T failing(Class<T> type, T sound, String method, Object argument) {
        return type.cast(Proxy.newProxyInstance(
                DailyRoundTest.class.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (called.getName().equals(method) && List.of(arguments).contains(argument)) {
                        throw new IllegalStateException(method);
                    }
                    return called.invoke(sound, arguments);
                }));
    }

    @Test
    void changesNothingASecondTime() {
        town.at(DAY_AFTER);
        town.dailyRound().run();
        Case expired = town.stored(waiting.id());
        assertThat(town.dailyRound().run()).isZero();
        assertThat(town.stored(waiting.id())).isEqualTo(expired);
    }

    @Test
    void leavesARequestThatWasClosedInTime() {
        Case closed = town.officerActs(
                waiting.id(),
                new CaseAction.Asking.CloseRequest(request(waiting).id(), Optional.empty()));
        town.at(DAY_AFTER);
        assertThat(town.dailyRound().run()).isZero();
        assertThat(request(town.stored(closed.id())).state()).isEqualTo(Request.State.CLOSED);
    }

    private EventView last() {
        List<EventView> events = town.engine()
                .events(town.caller(town.officer()), waiting.id(), new PageRequest(1, 100, false))
                .items();
        return events.get(events.size() - 1);
    }

    private static Request request(Case subject) {
        return subject.requests().get(0);
    }
}
