package se.ryggrad.conformance.checks.approval;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.representation.Representation;
import tools.jackson.databind.node.ObjectNode;

/** Checks how many must agree, how many have as a case begins, and what waits for it. */
@ConformanceCheck
class ApprovalCountCheck {

    private static final String MISSING = "/approval approval-missing";

    @Requirement("CASE-090")
    @Test
    void case090_countsTheGuardianWhoSubmits(Cases cases, People people, Families families) {
        Person child = families.child();
        Answer both = Approvals.guarded(cases, families.guardians(child, 2)).created();
        Approvals.expectGiven(both, 1, 2);
        Answer own = cases.send(child, Approvals.body(Services.GUARDIANS)).expect(201);
        Approvals.expectGiven(own.hint("The child itself is no guardian."), 0, 2);
        expectNobodyAsked(Approvals.guarded(cases, families.guardians(1)).created(), 1);
        expectNobodyAsked(
                cases.send(people.person(), Approvals.body(Services.GUARDIANS)).expect(201), 0);
    }

    @Requirement("CASE-090")
    @Test
    void case090_countsAPowerOfAttorneyAsTheParty(Cases cases, People people, Representatives representatives) {
        Person applicant = people.person();
        Proxy proxy = representatives.of(applicant);
        ObjectNode body = Approvals.together(people.person());
        Approvals.expectGiven(cases.send(applicant, body).expect(201), 1, 2);
        Approvals.expectGiven(cases.send(proxy, body).expect(201), 1, 2);
        Answer twice = cases.send(applicant, Approvals.together(applicant)).expect(201);
        Approvals.expectGiven(twice.hint("A party who stands twice counts once."), 1, 1);
    }

    @Requirement("CASE-090")
    @Test
    void case090_countsNobodyOnPaper(Cases cases, People people, Families families) {
        Officer registrar = people.registrar();
        ObjectNode child = Approvals.applicant(families.guardians(2));
        Approvals.expectGiven(
                cases.send(registrar, Papers.of(Services.GUARDIANS, child)).expect(201), 0, 2);
        ObjectNode company = Approvals.applicant(families.signatories(3));
        Approvals.expectGiven(
                cases.send(registrar, Papers.of(Services.SIGNATORIES, company)).expect(201), 0, 2);
    }

    @Requirement("CASE-090")
    @Test
    void case090_needsNoMoreThanThereAre(Cases cases, Families families) {
        Family three = families.signatories(3);
        Approvals.expectGiven(Approvals.signed(cases, three).created(), 1, 2);
        expectNobodyAsked(Approvals.signed(cases, families.signatories(1)).created(), 1);
        Proxy sole = families.member(Representation.of("signatory", three.represented()))
                .proxy();
        Answer alone = cases.send(sole, Approvals.body(Services.SIGNATORIES)).expect(201);
        alone.hint("Whoever may act for the company alone needs nobody else.")
                .at("/approval/needed")
                .is(0);
        Approvals.expectLacking(alone);
    }

    @Requirement("CASE-090")
    @Test
    void case090_isNotThereOtherwise(Cases cases, People people, Families families) {
        ObjectNode child = Approvals.applicant(families.guardians(2));
        ObjectNode opened = Approvals.body(Services.GUARDIANS).put("initiatedBy", "authority");
        opened.set("parties", Json.array(child));
        Answer begun = cases.send(people.officer(), opened).expect(201);
        begun.hint("A case that the authority opens waits for nobody.")
                .at("/approval")
                .isMissing();
        Approvals.expectLacking(begun);
        cases.plain().live().created().at("/approval").isMissing();
    }

    private static void expectNobodyAsked(Answer begun, int given) {
        Approvals.expectGiven(begun, given, given);
        Approvals.expectLacking(begun);
        begun.at("/requests").hasSize(0);
    }

    @Requirement("CASE-091")
    @Test
    void case091_takesTheCaseAndShowsWhatIsMissing(Cases cases, People people, Families families) {
        LiveCase live = Approvals.guarded(cases, families.guardians(2));
        Approvals.expectAwaiting(live.created());
        live.created().at("/deficiencies/0/detail").exists();
        live.created().at("/status").is("registered");
        live.created().at("/registryNumber").exists();
        Approvals.expectAwaiting(live.read(people.officer()).expect(200));
        Approvals.expectLacking(Approvals.guarded(cases, families.guardians(1)).created());
    }

    @Requirement("CASE-091")
    @Test
    void case091_decidesNothing(Cases cases, People people) {
        Person other = people.person();
        Approvals.requireStatus(cases.send(people.person(), Approvals.together(50)), "decided");
        LiveCase live = cases.create(people.person(), Approvals.together(50, other));
        live.created().at("/status").is("registered");
        live.created().at("/decisions").hasSize(0);
        Answer agreed = live.act(other, Approvals.approve(Approvals.asked(live, other, Papers.self(live, other))))
                .expect(200);
        agreed.hint("An officer decides a case that has waited.").at("/status").is("registered");
        agreed.at("/decisions").hasSize(0);
    }

    @Requirement("CASE-091")
    @Test
    void case091_staysAmongTheOtherDeficiencies(Cases cases, People people) {
        Person applicant = people.person();
        ObjectNode body = Papers.of(
                Services.TOGETHER, Papers.party("applicant", applicant), Papers.party("co-applicant", people.person()));
        LiveCase live = cases.create(people.registrar(), body);
        Approvals.expectLacking(live.created(), MISSING, "/form/amount required");
        Answer worded = live.act(applicant, supplement("subject", "Nytt ämne")).expect(200);
        Approvals.expectLacking(worded, MISSING, "/form/amount required");
        Answer filled = live.act(applicant, supplement("amount", 500)).expect(200);
        Approvals.expectAwaiting(filled);
    }

    private static ObjectNode supplement(String member, Object value) {
        return Json.object("action", "supplement", "form", Json.object(member, value));
    }

    @Requirement("CASE-091")
    @Test
    void case091_missesAnApprovalWhileItIsUnknownWhoseItIs(Cases cases, Families families) {
        Family family = families.guardians(2);
        Approvals.expectAwaiting(Approvals.guarded(cases, family).created());
        families.registry().does(family.represented(), Conduct.FAILS);
        Approvals.expectAwaiting(Approvals.guarded(cases, family).created());
    }
}
