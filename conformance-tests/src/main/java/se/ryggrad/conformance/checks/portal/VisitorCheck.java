package se.ryggrad.conformance.checks.portal;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.representation.Representation;

/** Checks whom the overview of a portal is for. */
@ConformanceCheck
class VisitorCheck {

    @Requirement("MINA-011")
    @Test
    void mina011_isForPersonsAndForWhomTheyRepresent(Http http, People people, Representatives representatives) {
        Visitor visitor = Visitor.of(http, people);
        visitor.call().send().expect(200).at("/items").hasSize(0);
        Proxy ofPerson = representatives.of(people.person());
        Proxy ofCompany = representatives.by(Representation.of("signatory", people.organisation()));
        for (Proxy proxy : List.of(ofPerson, ofCompany)) {
            visitor.as(proxy).call().send().expect(200).at("/items").hasSize(0);
        }
    }

    @Requirement("MINA-011")
    @Test
    void mina011_isForNoOfficerAndNoSystem(Http http, People people) {
        Visitor.of(http, people).call().send().expect(200);
        for (Officer officer : List.of(
                people.officer(),
                people.officer().who(people.person()),
                people.contactCentre(),
                people.auditor(Office.A))) {
            http.get("/me").as(officer).send().expect(200);
            http.get(Visitor.PATH).as(officer).send().expectProblem(403, "forbidden");
        }
        SystemClient system = people.system("cases:read", "overview:read");
        http.get("/me").as(system).send().expect(200);
        http.get(Visitor.PATH).as(system).send().expectProblem(403, "forbidden");
    }
}
