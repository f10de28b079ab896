package se.ryggrad.core.cases.agreeing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.cases.agreeing.Family.ANNA;
import static se.ryggrad.core.cases.agreeing.Family.BERTIL;
import static se.ryggrad.core.cases.agreeing.Family.CECILIA;
import static se.ryggrad.core.cases.agreeing.Family.CHILD;
import static se.ryggrad.core.cases.agreeing.Family.COMPANY;
import static se.ryggrad.core.cases.agreeing.Family.FATHER;
import static se.ryggrad.core.cases.agreeing.Family.FIRST;
import static se.ryggrad.core.cases.agreeing.Family.KARIN;
import static se.ryggrad.core.cases.agreeing.Family.MOTHER;
import static se.ryggrad.core.cases.agreeing.Family.REGISTRAR;
import static se.ryggrad.core.cases.agreeing.Family.SECOND;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Agreeing;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;

/** Tests joint signatories, co-applicants, and registries that are silent (CASE-090 to CASE-094, HAND-092, ID-071). */
class OthersTest {

    private static final String SMALL = "{\"amount\":50}";
    private static final PartyEntry WITH_BERTIL = Family.party(Party.Role.CO_APPLICANT, People.identity(People.BERTIL));

    private final Family family = new Family();

    @Test
    void letsThoseWhoSignTogetherActWhereTheOthersAreAsked() {
        family.registry.let(COMPANY, ANNA, BERTIL, CECILIA);
        CaseId id = family.submit(FIRST, "signatories");

        assertThat(family.reached(id)).isEqualTo("1/2");
        assertThat(family.asked(id)).hasSize(2);
        family.world.act(FIRST, id, Acts.supplement("x"));
        family.approve(SECOND, id);
        assertThat(family.reached(id)).isEqualTo("2/2");
        assertThat(family.asked(id))
                .extracting(Request::state)
                .containsExactly(Request.State.ANSWERED, Request.State.LAPSED);
        assertThat(family.asked(id).get(1).approval()).isEmpty();
        assertThat(family.last(KARIN, id).event().told().orElseThrow().content().text())
                .contains("\"lapsed\":[\"" + family.asked(id).get(1).id());
        assertThat(family.last(FIRST, id).by().sv()).isEqualTo("En firmatecknare");
    }

    @Test
    void letsThemReadAloneElsewhere() {
        for (String service : new String[] {"represented", "guardians", "nothing"}) {
            assertThat(Family.refused(() -> family.submit(FIRST, service)).type())
                    .isEqualTo(ProblemType.FORBIDDEN);
        }
        CaseId id = family.submit(Family.by(ANNA, RepresentationKind.SIGNATORY, COMPANY, false), "represented");
        assertThat(family.world.engine.find(SECOND, id).allowedActions()).isEmpty();
    }

    @Test
    void asksNobodyWhenWhoeverSubmitsMayActAlone() {
        CaseId id = family.submit(Family.by(ANNA, RepresentationKind.SIGNATORY, COMPANY, false), "signatories");

        assertThat(family.reached(id)).isEqualTo("0/0");
        assertThat(family.lacks(id)).isEmpty();
        assertThat(family.registry.asked).isEmpty();
    }

    @Test
    void decidesByItselfWhenNobodyElseMustAgreeAndNotLater() {
        CaseId alone = family.submit(ANNA, "together", SMALL);
        CaseId both = family.submit(ANNA, "together", SMALL, WITH_BERTIL);

        assertThat(family.reached(alone)).isEqualTo("1/1");
        assertThat(family.whole(alone).head().status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(family.types(both)).containsExactly("submitted", "requested", "registered");
        assertThat(family.asked(both).get(0).representative()).isEmpty();
        assertThat(Family.refused(() -> family.approve(ANNA, both)).type()).isEqualTo(ProblemType.FORBIDDEN);
        family.approve(BERTIL, both);
        assertThat(family.reached(both)).isEqualTo("2/2");
        assertThat(family.whole(both).head().status()).isEqualTo(CaseStatus.REGISTERED);
        assertThat(family.last(ANNA, both).by().sv()).isEqualTo("Test Testsson");
    }

    @Test
    void letsTheHolderOfAPowerOfAttorneyCountAsTheParty() {
        Caller holder = Family.by(CECILIA, RepresentationKind.POWER_OF_ATTORNEY, People.identity(People.ANNA), false);
        Caller other = Family.by(CECILIA, RepresentationKind.POWER_OF_ATTORNEY, People.identity(People.BERTIL), false);
        CaseId id = family.submit(holder, "together", SMALL, WITH_BERTIL);

        assertThat(family.reached(id)).isEqualTo("1/2");
        family.approve(other, id);
        assertThat(family.reached(id)).isEqualTo("2/2");
    }

    @Test
    void namesWhoeverActsForAPartyThatIsAskedAsEver() {
        Caller guardian = Family.by(CECILIA, RepresentationKind.SIGNATORY, People.identity(People.BERTIL), false);
        CaseId id = family.submit(ANNA, "together", SMALL, WITH_BERTIL);
        Caller holder = Family.by(CECILIA, RepresentationKind.POWER_OF_ATTORNEY, People.identity(People.BERTIL), false);

        assertThat(Family.refused(() -> family.approve(guardian, id)).type())
                .as("the service lets no such kind act")
                .isEqualTo(ProblemType.NOT_FOUND);
        family.approve(holder, id);
        assertThat(family.last(ANNA, id).by().sv()).isEqualTo("Test Testsson");
    }

    @Test
    void asksACoApplicantWhoComesLater() {
        CaseId id = family.submit(ANNA, "together", "{\"amount\":500}", WITH_BERTIL);
        family.approve(BERTIL, id);
        family.world.act(KARIN, id, add(Party.Role.CO_APPLICANT, "196805179840"));

        assertThat(family.reached(id)).isEqualTo("2/3");
        assertThat(family.lacks(id)).containsExactly("/approval approval-missing");
        assertThat(family.types(id)).endsWith("party-added", "requested");
        family.world.act(KARIN, id, add(Party.Role.APPLICANT, "198002299850"));
        family.world.act(KARIN, id, add(Party.Role.CONCERNED, "198002299850"));
        assertThat(family.reached(id)).isEqualTo("2/3");
        family.world.act(
                CECILIA, id, new Agreeing.Approve(family.asked(id).get(1).id(), Optional.empty()));
        assertThat(family.reached(id)).isEqualTo("3/3");
    }

    @Test
    void asksNobodyElseOnceTheMatterIsDecided() {
        CaseId id = family.submit(ANNA, "together", SMALL);
        family.world.act(KARIN, id, add(Party.Role.CO_APPLICANT, People.BERTIL));

        assertThat(family.reached(id)).isEqualTo("1/1");
        assertThat(family.asked(id)).isEmpty();
    }

    @Test
    void receivesTheCaseWhileTheRegistryIsSilentAndAsksAgain() {
        family.registry.silent(true);
        CaseId id = family.submit(MOTHER, "guardians");

        assertThat(family.reached(id)).isEqualTo("1/?");
        assertThat(family.lacks(id)).containsExactly("/approval approval-missing");
        assertThat(family.asked(id)).isEmpty();
        assertThat(family.types(id)).containsExactly("submitted", "registered");
        assertThat(Family.refused(() ->
                                family.world.act(FATHER, id, new Agreeing.Approve(UUID.randomUUID(), Optional.empty())))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        family.world.act(MOTHER, id, Acts.supplement("x"));
        assertThat(family.reached(id)).isEqualTo("1/?");
        family.registry.silent(false);
        family.world.act(KARIN, id, Acts.message("Hej", Circle.EVERYBODY));
        assertThat(family.reached(id)).isEqualTo("1/2");
        assertThat(family.types(id)).endsWith("supplemented", "message-added", "requested");
        assertThat(family.asked(id).get(0).representative().orElseThrow().id())
                .isEqualTo(BERTIL.actor().id());
        int before = family.registry.asked.size();
        family.world.act(MOTHER, id, Acts.supplement("y"));
        assertThat(family.registry.asked).hasSize(before);
        family.approve(FATHER, id);
        assertThat(family.lacks(id)).isEmpty();
    }

    @Test
    void asksAboutThoseOnPaperAgainWithoutCountingAnybody() {
        family.registry.silent(true);
        CaseId id = family.submit(REGISTRAR, "guardians", Family.party(Party.Role.APPLICANT, CHILD));
        family.world.act(KARIN, id, add(Party.Role.APPLICANT, "201503149815"));
        family.registry.let(People.identity("201503149815"), CECILIA);
        family.registry.silent(false);
        family.world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));

        assertThat(family.reached(id)).as("who came later changes nothing").isEqualTo("0/2");
        assertThat(family.asked(id)).hasSize(2);
    }

    @Test
    void letsNobodyPassTheOthersByWithSomebodyWhomTheyMerelyName() {
        for (Party.Role role : List.of(Party.Role.APPLICANT, Party.Role.CO_APPLICANT)) {
            assertThat(Family.faults(() -> family.submit(ANNA, "guardians", Family.party(role, CHILD))))
                    .containsExactly("/parties/0/role unknown-value");
            assertThat(Family.faults(() -> family.submit(FIRST, "signatories", Family.party(role, COMPANY))))
                    .containsExactly("/parties/0/role unknown-value");
        }
        assertThat(family.registry.asked).isEmpty();
        assertThat(family.reached(family.submit(ANNA, "guardians", Family.party(Party.Role.SUBJECT, CHILD))))
                .isEqualTo("0/0");
    }

    @Test
    void countsAPartyWhoStandsTwiceOnce() {
        CaseId own = family.submit(
                ANNA,
                "together",
                SMALL,
                Family.party(Party.Role.CO_APPLICANT, People.identity(People.ANNA)),
                WITH_BERTIL);
        CaseId paper = family.submit(
                REGISTRAR,
                "guardians",
                Family.party(Party.Role.APPLICANT, CHILD),
                Family.party(Party.Role.APPLICANT, CHILD));

        assertThat(family.reached(own)).isEqualTo("1/2");
        assertThat(family.asked(own)).hasSize(1);
        assertThat(family.reached(paper)).isEqualTo("0/2");
        family.world.act(KARIN, own, add(Party.Role.CO_APPLICANT, People.BERTIL));
        assertThat(family.reached(own)).isEqualTo("1/2");
    }

    @Test
    void takesNoAnswerThatDoesNotNameWhoeverSubmitted() {
        family.registry.let(CHILD);
        CaseId id = family.submit(MOTHER, "guardians");

        assertThat(family.reached(id)).isEqualTo("1/?");
        family.registry.let(CHILD, ANNA, BERTIL);
        family.world.act(MOTHER, id, Acts.supplement("x"));
        assertThat(family.reached(id)).isEqualTo("1/2");
    }

    @Test
    void asksNobodyAnyMoreWhenTheActionEndsTheMatter() {
        family.registry.silent(true);
        CaseId id = family.submit(MOTHER, "guardians");
        family.assign(id);
        family.registry.silent(false);
        int before = family.registry.asked.size();
        family.world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, "rejected", Acts.SAID));

        assertThat(family.registry.asked).hasSize(before);
        assertThat(family.asked(id)).isEmpty();
        assertThat(family.reached(id)).isEqualTo("1/?");
    }

    @Test
    void asksNobodyForAMemoOrAnActionWithFaults() {
        family.registry.silent(true);
        CaseId id = family.submit(MOTHER, "guardians");
        family.registry.silent(false);
        int before = family.registry.asked.size();
        family.world.engine.memo(
                KARIN,
                id,
                ActionCall.of(new CaseAction.Adding.WriteMemo("Ring.")),
                family.world.once(memo -> new Answer(201, Map.of(), "")));
        assertThat(Family.faults(() -> family.world.act(
                        KARIN,
                        id,
                        new CaseAction.Involving.EndParty(
                                PartyId.random(), EndGround.OTHER, Optional.empty(), Optional.empty()))))
                .containsExactly("/party unknown-value");

        assertThat(family.registry.asked).hasSize(before);
        assertThat(family.reached(id)).isEqualTo("1/?");
    }

    @Test
    void doesWithoutWhileNobodyKnowsWhoIsToAgree() {
        family.registry.silent(true);
        CaseId id = family.submit(MOTHER, "guardians");
        family.world.act(KARIN, id, Family.dispense(Optional.empty()));

        assertThat(family.reached(id)).isEqualTo("1/1");
        assertThat(family.last(KARIN, id).event().told().orElseThrow().content().text())
                .contains("\"requests\":[]");
    }

    @Test
    void knowsNobodyForAnIssuerThatNoRegistryKnows() {
        Caller mother = new Caller(MOTHER.principal(), MOTHER.actor(), MOTHER.representation(), MOTHER.traceparent());
        CaseId id = family.submit(mother, "guardians");

        assertThat(family.reached(id)).isEqualTo("1/?");
        assertThat(family.registry.asked).isEmpty();
    }

    private static CaseAction add(Party.Role role, String number) {
        return new CaseAction.Involving.AddParty(Family.party(role, People.identity(number)));
    }
}
