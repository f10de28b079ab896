package se.ryggrad.conformance.checks.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.Family.Member;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Questions;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.IdentityNumber;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Lookup;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how the registry is asked who represents a party, and whom of those it names are asked to agree. */
@ConformanceCheck
class RepresentativeQuestionCheck {

    @Requirement("ID-070")
    @Test
    void id070_asksByPostWithTheNumberInTheBodyAlone(Cases cases, People people, Families families) {
        Person coordinated = people.coordinated(Bodies.today().minusYears(9));
        Family company = families.signatories(2);
        Approvals.signed(cases, company);
        for (Family family : List.of(families.guardians(2), families.guardians(coordinated, 2))) {
            Approvals.guarded(cases, family);
            expectByContract(
                    families, family.represented(), family.represented().value());
        }
        expectByContract(
                families, company.represented(), "16" + company.represented().value());
    }

    private static void expectByContract(Families families, Represented about, String digits) {
        List<Lookup> lookups = families.registry().lookups(about);
        if (lookups.isEmpty()) {
            throw ConformanceFailure.of("a question who represents the applicant", "none");
        }
        CanarySearch search = new CanarySearch(List.of(new IdentityNumber(digits)));
        JsonNode wanted = Json.object("represented", Json.object("scheme", about.scheme(), "value", about.value()));
        lookups.forEach(lookup ->
                Questions.expectByContract(lookup, "representatives", search, body -> Contract.same(body, wanted)));
    }

    @Requirement("ID-070")
    @Test
    void id070_asksThoseWhoAreGuardiansToday(Cases cases, Families families) {
        Family family = families.guardians(3);
        LocalDate today = Bodies.today();
        families.beside(guardian(family).with("until", today.minusDays(1).toString()));
        families.beside(guardian(family).with("from", today.plusDays(1).toString()));
        families.beside(guardian(family).rights("read", "submit", "receive"));
        families.beside(guardian(family).with("services", List.of(Services.GUARDIAN.id())));
        families.beside(Representation.of("power-of-attorney", family.represented()));
        Answer begun = Approvals.guarded(cases, family).created();
        expectAsked(begun, family.second(), family.third());
        Approvals.expectGiven(begun, 1, 3);
    }

    @Requirement("ID-070")
    @Test
    void id070_asksThoseWhoSignJointly(Cases cases, People people, Families families) {
        Family company = families.signatories(2);
        families.beside(Representation.of("signatory", company.represented()));
        families.beside(
                Representation.of("power-of-attorney", company.represented()).with("jointly", true));
        Answer entered = cases.send(people.registrar(), Papers.of(Services.SIGNATORIES, Approvals.applicant(company)))
                .expect(201);
        expectAsked(entered, company.first(), company.second());
        expectAsked(Approvals.signed(cases, company).created(), company.second());
    }

    @Requirement("ID-070")
    @Test
    void id070_asksEachPersonOnce(Cases cases, People people, Families families) {
        Family family = families.guardians(1);
        Representation entry = guardian(family);
        LocalDate today = Bodies.today();
        Representation again = guardian(family)
                .with("from", today.toString())
                .with("until", today.toString())
                .with("services", List.of(Services.GUARDIANS.id()));
        Person person = people.person();
        Member twice = families.member(person, entry);
        people.represents(person, entry, again);
        Answer begun = Approvals.guarded(cases, family).created();
        expectAsked(begun, twice);
        Approvals.expectGiven(begun, 1, 2);
    }

    @Requirement("CASE-095")
    @Test
    void case095_letsNobodyPassTheOthersBy(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        Family company = families.signatories(2);
        for (String role : List.of("applicant", "co-applicant")) {
            ObjectNode named = Approvals.applicant(family).put("role", role);
            ObjectNode body = Approvals.body(Services.GUARDIANS).set("parties", Json.array(named));
            cases.send(people.person(), body)
                    .expectProblem(422, "validation")
                    .expectErrors("/parties/0/role unknown-value");
        }
        ObjectNode body = Approvals.body(Services.SIGNATORIES);
        body.set("parties", Json.array(Approvals.applicant(company)));
        cases.send(people.person(), body)
                .expectProblem(422, "validation")
                .expectErrors("/parties/0/role unknown-value");
        for (Family about : List.of(family, company)) {
            if (!families.registry().lookups(about.represented()).isEmpty()) {
                throw ConformanceFailure.of("no question about whoever a person merely names", "a question");
            }
        }
        ObjectNode concerned = Approvals.applicant(family).put("role", "subject");
        ObjectNode fine = Approvals.body(Services.GUARDIANS).set("parties", Json.array(concerned));
        cases.send(people.person(), fine).expect(201);
        Answer entered = cases.send(people.registrar(), Papers.of(Services.GUARDIANS, Approvals.applicant(family)))
                .expect(201);
        expectAsked(entered, family.first(), family.second());
    }

    private static Representation guardian(Family family) {
        return Families.joint("guardian", family.represented());
    }

    private static void expectAsked(Answer begun, Member... members) {
        begun.at("/requests").hasSize(members.length);
        Set<String> expected = Stream.of(members).map(Member::id).collect(Collectors.toSet());
        if (!Approvals.representatives(begun).equals(expected)) {
            begun.at("/requests").fail("requests to those alone who must agree, by their ids at /me");
        }
    }
}
