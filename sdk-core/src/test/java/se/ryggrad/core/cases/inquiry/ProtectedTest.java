package se.ryggrad.core.cases.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.access.Protected;

/** Tests who sees what of a case with a protected party, from request to request (ID-056 to ID-063, ID-065). */
class ProtectedTest {

    private static final String PROVISION = "Offentlighets- och sekretesslagen (2009:400) 21 kap. 3 §";

    private final Guarded guarded = new Guarded();
    private final CaseId id = guarded.begin();

    @Test
    void showsAContactCentreItsLimitedSightInTheGroupAlone() {
        String calls = "contact-centre@conformance-a";
        Caller plain = Guarded.issued(People.officer("Kim", calls));
        Caller cleared = Guarded.issued(People.officer("Kit", calls, "protected-identity@conformance-a"));
        CaseQuery.Search bertils = new CaseQuery.Search(Optional.of(Guarded.BERTILS), Optional.empty());
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);

        assertThat(Guarded.refused(() -> guarded.world.engine.find(plain, id))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(guarded.world.engine.search(plain, bertils, Guarded.PAGE).total())
                .hasValue(0);
        assertThat(guarded.world.engine.search(cleared, bertils, Guarded.PAGE).total())
                .hasValue(1);
        assertThat(Guarded.text(guarded.world.engine.find(cleared, id)))
                .contains("\"limited\":true", "\"protection\":\"sekretessmarkering\"", Guarded.NAME)
                .doesNotContain("Kanariegatan", People.BERTIL);
    }

    @Test
    void asksOnceAboutThePersonsOfAllCasesThatARequestWritesIn() {
        CaseId annas = guarded.begin(Guarded.ANNA, guarded.alone());
        CaseId bertils = guarded.begin(Guarded.BERTIL, guarded.alone());
        guarded.registry.protect(Guarded.BERTILS, Protection.SKYDDAD_FOLKBOKFORING);
        guarded.registry.asked();
        Set<CaseId> all = Set.of(annas, bertils, id, CaseId.random());

        assertThat(guarded.world.engine.addressees(Guarded.KARIN, all)).containsOnlyKeys(annas);
        assertThat(guarded.registry.asked()).containsExactly(Set.of(Guarded.ANNAS, Guarded.BERTILS));
        assertThat(guarded.world.engine.addressees(Guarded.unbound(Guarded.KARIN), all))
                .as("what was answered is kept")
                .containsOnlyKeys(annas);
        assertThat(guarded.world.engine.addressees(Guarded.CLEARED, all)).containsOnlyKeys(annas, bertils, id);
    }

    @Test
    void hidesTheCaseFromOfficersWhoAreNotInTheGroup() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SKYDDAD_FOLKBOKFORING);

        for (Caller caller : List.of(Guarded.KARIN, Guarded.REGISTRAR)) {
            List<ThrowingCallable> calls = List.of(
                    () -> guarded.world.engine.find(caller, id),
                    () -> guarded.world.engine.requireVisible(caller, id),
                    () -> guarded.world.engine.events(caller, id, Guarded.PAGE),
                    () -> guarded.world.engine.accessLog(caller, id, Guarded.PAGE),
                    () -> guarded.world.engine.export(caller, id),
                    () -> guarded.world.engine.memos(caller, id),
                    () -> guarded.world.engine.memo(caller, id, UUID.randomUUID()),
                    () -> guarded.world.engine.document(caller, id, guarded.document(id), document -> true),
                    () -> guarded.world.act(caller, id, Acts.note("x")),
                    () -> guarded.world.engine.memo(
                            caller,
                            id,
                            ActionCall.of(new CaseAction.Adding.WriteMemo("x")),
                            guarded.world.once(memo -> new Answer(201, Map.of(), ""))));
            assertThat(calls)
                    .allSatisfy(call -> assertThat(Guarded.refused(call)).isEqualTo(ProblemType.NOT_FOUND));
            assertThat(guarded.listed(caller)).isEmpty();
        }
        assertThat(guarded.world.accessLog.all(People.PRINCIPAL, id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sekretessmarkering", "skyddad-folkbokforing", "fingerade-personuppgifter", "hemlig"})
    void showsAllAndTheProtectionToThoseInTheGroup(String kind) {
        guarded.registry.protect(Guarded.BERTILS, new Protection(kind));

        assertThat(guarded.told(Guarded.CLEARED, id))
                .contains("Kanariegatan 1", "Kanariegatan 2", "Kanariegatan 3", Guarded.NAME)
                .containsOnlyOnce("\"protection\":\"" + kind + '"')
                .doesNotContain("\"withheld\"");
        assertThat(guarded.listed(Guarded.CLEARED)).containsExactly(id);
        assertThat(guarded.world
                        .engine
                        .export(Guarded.CLEARED, id)
                        .view()
                        .shown()
                        .documents())
                .hasSize(1);
    }

    @Test
    void letsAnArchivistIntoTheCaseInTheGroupAlone() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        Caller plain = Guarded.issued(People.archivist());
        Caller cleared =
                Guarded.issued(People.officer("Arne", "archivist@conformance-a", "protected-identity@conformance-a"));
        UUID submitted =
                guarded.world.cases.allEvents(People.PRINCIPAL, id).get(0).id();

        assertThat(Guarded.refused(() -> guarded.world.act(plain, id, Acts.redact(submitted))))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(guarded.listed(plain)).isEmpty();
        assertThat(guarded.listed(cleared)).containsExactly(id);
        guarded.world.act(
                cleared, id, Acts.redact(submitted, guarded.document(id).value()));
        assertThat(guarded.told(cleared, id)).contains(Guarded.NAME).doesNotContain(Guarded.CANARY);
        assertThat(guarded.world.timeline(Guarded.SYSTEM, id).get(0).withheld()).isFalse();
    }

    @Test
    void withholdsContactDataFromAnotherPartyAndASystem() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);

        for (Caller caller : List.of(Guarded.ANNA, Guarded.SYSTEM)) {
            assertThat(guarded.told(caller, id))
                    .contains("\"subject\":\"Ansökan\"", "\"floor\":\"2\"", "\"note\":\"ok\"")
                    .doesNotContain(Guarded.CANARY, Guarded.NAME, "\"protection\"");
            assertThat(guarded.world.engine.find(caller, id).shown().documents())
                    .isEmpty();
            assertThat(Guarded.refused(
                            () -> guarded.world.engine.document(caller, id, guarded.document(id), document -> true)))
                    .isEqualTo(ProblemType.NOT_FOUND);
            EventView submitted = guarded.world.timeline(caller, id).get(0);
            assertThat(submitted.withheld()).isTrue();
            assertThat(submitted.event().told().orElseThrow().secrecy())
                    .extracting(Secrecy::provision)
                    .containsExactly(PROVISION);
            assertThat(submitted.by().sv()).isEqualTo("Part");
            assertThat(guarded.listed(caller)).containsExactly(id);
        }
        assertThat(Guarded.refused(() -> guarded.world.engine.export(Guarded.SYSTEM, id)))
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void showsTheProtectedPersonTheirCaseWholeAlsoInSilence() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        assertThat(guarded.told(Guarded.BERTIL, id)).contains("Kanariegatan 1", Guarded.NAME);
        assertThat(guarded.registry.asked()).isNotEmpty().doesNotContain(Set.of(Guarded.BERTILS));

        CaseId own = guarded.world
                .submit(Guarded.BERTIL, "contact", "{\"subject\":\"s\",\"street\":\"Kanariegatan 9\"}")
                .shown()
                .id();
        guarded.registry.silent(true);
        assertThat(guarded.told(Guarded.BERTIL, own)).contains("Kanariegatan 9");
        guarded.world.act(Guarded.BERTIL, own, Acts.supplement("mer"));
        assertThat(Guarded.refused(() -> guarded.world.engine.find(Guarded.KARIN, own)))
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void withholdsFromEachOfTwoWhoAreProtected() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        guarded.registry.protect(Guarded.ANNAS, Protection.FINGERADE_PERSONUPPGIFTER);

        assertThat(guarded.told(Guarded.BERTIL, id)).doesNotContain(Guarded.CANARY);
        assertThat(guarded.told(Guarded.ANNA, id)).doesNotContain(Guarded.CANARY, Guarded.NAME);
        assertThat(guarded.told(Guarded.CLEARED, id))
                .contains("\"fingerade-personuppgifter\"", "\"sekretessmarkering\"");
    }

    @Test
    void withholdsFromWhoeverActsForTheProtected() {
        Identity child = People.identity("201503149823");
        Caller guardian = Guarded.guardian(child);
        guarded.registry.protect(child, Protection.SKYDDAD_FOLKBOKFORING);
        CaseId childs = guarded.world
                .submit(guardian, "contact", "{\"subject\":\"s\",\"street\":\"Kanariegatan 9\"}")
                .shown()
                .id();

        assertThat(guarded.told(guardian, childs)).doesNotContain(Guarded.CANARY, Guarded.NAME);
        guarded.registry.release(child);
        assertThat(guarded.told(guardian, childs)).contains("Kanariegatan 9", Guarded.NAME);
    }

    @Test
    void goesByTheAnswerFromRequestToRequest() {
        String before = guarded.told(Guarded.ANNA, id);
        assertThat(before).contains("Kanariegatan 1");
        guarded.world.engine.find(Guarded.KARIN, id);
        assertThat(guarded.listed(Guarded.KARIN)).containsExactly(id);

        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        assertThat(guarded.told(Guarded.ANNA, id)).doesNotContain(Guarded.CANARY);
        assertThat(guarded.listed(Guarded.KARIN)).isEmpty();
        long version = guarded.world.version(id).number();

        guarded.registry.release(Guarded.BERTILS);
        assertThat(Guarded.text(guarded.world.engine.find(Guarded.KARIN, id))).contains("Kanariegatan 1");
        assertThat(guarded.listed(Guarded.KARIN)).containsExactly(id);
        assertThat(guarded.world.version(id).number()).isEqualTo(version);
        assertThat(guarded.told(Guarded.ANNA, id)).startsWith(before.substring(0, before.indexOf('\n')));
    }

    @Test
    void learnsOfAPersonForAllTheirCases() {
        CaseId other = guarded.begin(Guarded.BERTIL, guarded.alone());
        assertThat(guarded.listed(Guarded.KARIN)).containsExactlyInAnyOrder(id, other);
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        guarded.world.engine.find(Guarded.CLEARED, other);

        assertThat(guarded.listed(Guarded.KARIN)).isEmpty();
        assertThat(guarded.listed(Guarded.REGISTRAR)).isEmpty();
        assertThat(guarded.listed(Guarded.CLEARED)).hasSize(2);
    }

    @Test
    void countsASilenceAsAProtection() {
        guarded.registry.silent(true);

        assertThat(Guarded.refused(() -> guarded.world.engine.find(Guarded.KARIN, id)))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(guarded.told(Guarded.ANNA, id)).doesNotContain(Guarded.CANARY);
        assertThat(guarded.told(Guarded.CLEARED, id)).contains("\"protection\":\"unknown\"");
        assertThat(guarded.listed(Guarded.KARIN)).as("what was last answered").containsExactly(id);
    }

    @Test
    void takesACaseInSilenceAndListsItOnceThereIsAnAnswer() {
        guarded.registry.silent(true);
        CaseId begun = guarded.begin();
        assertThat(guarded.listed(Guarded.KARIN)).doesNotContain(begun);
        assertThat(guarded.listed(Guarded.CLEARED)).contains(begun);

        guarded.registry.silent(false);
        guarded.registry.asked();
        assertThat(guarded.listed(Guarded.KARIN)).contains(begun);
        assertThat(guarded.registry.asked()).containsExactly(Set.of(Guarded.ANNAS, Guarded.BERTILS));
        assertThat(guarded.listed(Guarded.KARIN)).contains(begun);
        assertThat(guarded.registry.asked()).as("all have answered").isEmpty();
    }

    @Test
    void asksNobodyForAStranger() {
        Caller stranger = Guarded.issued(People.person("197109089834"));
        Caller elsewhere =
                Guarded.issued(People.officer("Eva", "case-officer@conformance-a", "unit:unit-a2@conformance-a"));
        guarded.registry.asked();

        for (Caller caller : List.of(stranger, elsewhere)) {
            assertThat(Guarded.refused(() -> guarded.world.engine.find(caller, id)))
                    .isEqualTo(ProblemType.NOT_FOUND);
            assertThat(Guarded.refused(() -> guarded.world.act(caller, id, Acts.supplement("x"))))
                    .isEqualTo(ProblemType.NOT_FOUND);
        }
        assertThat(guarded.registry.asked()).isEmpty();
    }

    @Test
    void goesByTheLastAnswerWhereNoRegistryKnows() {
        Caller karin = Guarded.unbound(Guarded.KARIN);
        assertThat(guarded.world.engine.find(karin, id).official()).isTrue();
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        assertThat(guarded.world.engine.find(karin, id).official()).isTrue();
        guarded.world.engine.find(Guarded.ANNA, id);

        assertThat(Guarded.refused(() -> guarded.world.engine.find(karin, id))).isEqualTo(ProblemType.NOT_FOUND);
        CaseId later = guarded.begin(Guarded.unbound(Guarded.REGISTRAR), guarded.paper());
        assertThat(Guarded.refused(() -> guarded.world.engine.find(karin, later)))
                .isEqualTo(ProblemType.NOT_FOUND);
        CaseId unknown = guarded.world
                .submit(Guarded.unbound(Guarded.issued(People.person("197109089834"))), "plain", "{\"subject\":\"å\"}")
                .shown()
                .id();
        assertThat(guarded.world.engine.find(karin, unknown).official()).isTrue();
        assertThat(guarded.listed(karin)).containsExactly(unknown);
    }

    @Test
    void countsAPartyWhoHasEnded() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        var kept = guarded.world.cases.find(People.PRINCIPAL, id).orElseThrow();
        List<Party> ended = kept.parties().stream()
                .map(party -> party.end(party.from(), EndGround.OTHER))
                .toList();
        var known = new Protected(Map.of(Guarded.BERTILS, Protection.SEKRETESSMARKERING));

        assertThat(known.any(kept.toBuilder().parties(ended).build())).isTrue();
    }
}
