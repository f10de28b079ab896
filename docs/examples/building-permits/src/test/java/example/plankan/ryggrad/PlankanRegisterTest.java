package example.plankan.ryggrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.JsonTree;

/** Tests that Plankan's tables say in their words what the cases of the standard say, and never anything else. */
class PlankanRegisterTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller KARIN = People.handler("Karin");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PlankanDatabase plankan;

    @SuppressWarnings("NullAway.Init")
    private World world;

    @SuppressWarnings("NullAway.Init")
    private CaseId id;

    @BeforeEach
    void handIn() {
        plankan = new PlankanDatabase(folder);
        world = new World(1, clock -> plankan.plugs());
        id = world.submit(ANNA, "manual", "{\"subject\":\"Prov\"}").shown().id();
    }

    @Test
    void followsACaseInItsOwnWords() {
        assertThat(lage()).isEqualTo("INKOMMEN");
        world.act(People.registrar(), id, new CaseAction.Placing.Register());
        assertThat(lage()).isEqualTo("DIARIEFÖRD");
        assertThat(akt().text("diarienr")).contains("PA 2026-000001");
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        assertThat(lage()).isEqualTo("UNDER HANDLÄGGNING");
        UUID asked = ask().shown().requests().get(0).id();
        assertThat(lage()).isEqualTo("KOMPLETTERING");
        world.act(ANNA, id, Acts.answer(asked, Optional.empty()));
        assertThat(lage()).isEqualTo("UNDER HANDLÄGGNING");
        CaseView decided = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, "approved", Acts.SAID));
        assertThat(lage()).isEqualTo("BESLUTAD");
        world.act(KARIN, id, Acts.notify(decided.shown().decisions().get(0).id()));
        world.act(KARIN, id, Acts.close());
        assertThat(lage()).isEqualTo("AVSLUTAD");

        assertThat(first("parter").text("roll")).contains("SÖKANDE");
        assertThat(first("beslut").text("utfall")).contains("LOV");
        assertThat(slag())
                .containsExactly(
                        "INKOM",
                        "DIARIEFÖRDES",
                        "FÖRDELADES",
                        "BEGÄRAN",
                        "KOMPLETTERADES",
                        "BESLUT",
                        "EXPEDIERADES",
                        "AVSLUTADES");
    }

    @Test
    void isLeftAsItWasByWhatTheLifecycleForbids() {
        world.act(People.registrar(), id, new CaseAction.Placing.Register());
        JsonTree before = akt();

        assertThatThrownBy(() -> plankan.register.with(
                        transaktion -> plankan.arenden.kontrollansvarig(transaktion, id.value(), "Eva Ek"),
                        () -> world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, "approved", Acts.SAID))))
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.STATE_CONFLICT));

        assertThat(akt()).isEqualTo(before);
    }

    @Test
    void writesItsOwnWithTheNoteThatSaysSo() {
        note("Eva Ek");

        assertThat(akt().text("kontrollansvarig")).contains("Eva Ek");
        assertThat(slag()).endsWith("ANTECKNING");
        assertThat(timeline()).endsWith(EventType.NOTED);
    }

    @Test
    void losesTheNoteWhereItsOwnCannotBeWritten() throws SQLException {
        List<EventType> before = timeline();
        plankan.run("alter table plankan.arende add constraint kort check (length(kontrollansvarig) < 5)");

        assertThatThrownBy(() -> note("Eva Ek")).isInstanceOf(RyggradException.class);

        assertThat(timeline()).isEqualTo(before);
        assertThat(slag()).hasSameSizeAs(before);
    }

    @Test
    void losesTheActWherePlankanCannotFollow() throws SQLException {
        List<EventType> before = timeline();
        plankan.run("alter table plankan.arende add constraint aldrig check (lage <> 'DIARIEFÖRD')");

        assertThatThrownBy(() -> world.act(People.registrar(), id, new CaseAction.Placing.Register()))
                .isInstanceOf(RyggradException.class);

        assertThat(timeline()).isEqualTo(before);
        assertThat(lage()).isEqualTo("INKOMMEN");
    }

    @Test
    void forgetsWhatTheStandardErases() {
        note("Eva Ek");
        UUID noted = last();
        world.act(People.archivist(), id, Acts.redact(noted));

        assertThat(akt().json().text()).doesNotContain("Kontrollansvarig: Eva Ek");
    }

    private UUID last() {
        List<EventView> events = world.timeline(KARIN, id);
        return events.get(events.size() - 1).event().id();
    }

    private void note(String namn) {
        CaseAction note =
                new CaseAction.Adding.RecordNote("Kontrollansvarig: " + namn, Optional.empty(), Circle.EVERYBODY);
        plankan.register.with(
                transaktion -> plankan.arenden.kontrollansvarig(transaktion, id.value(), namn),
                () -> world.act(KARIN, id, note));
    }

    private CaseView ask() {
        Request.Addressee anna = new Request.Addressee.OfParty(
                world.engine.find(KARIN, id).shown().parties().get(0).id());
        return world.act(KARIN, id, Acts.ask(anna, LocalDate.of(2026, 12, 1), Circle.EVERYBODY));
    }

    private JsonTree.ObjectNode akt() {
        return plankan.akt(id.value());
    }

    private String lage() {
        return akt().text("lage").orElseThrow();
    }

    private JsonTree.ObjectNode first(String list) {
        return akt().items(list).get(0).asObject().orElseThrow();
    }

    private List<String> slag() {
        return akt().items("handelser").stream()
                .map(each -> each.asObject().orElseThrow().text("slag").orElseThrow())
                .toList();
    }

    private List<EventType> timeline() {
        return world.timeline(KARIN, id).stream()
                .map(each -> each.event().type())
                .toList();
    }
}
