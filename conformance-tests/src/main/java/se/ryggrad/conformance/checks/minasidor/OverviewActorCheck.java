package se.ryggrad.conformance.checks.minasidor;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.representation.Representation;

/** Checks whom the overview is for. */
@ConformanceCheck
class OverviewActorCheck {

    @Requirement("MINA-001")
    @Test
    void mina001_isForPersonsAndForWhomTheyRepresent(
            Http http, Cases cases, People people, Representatives representatives) {
        Submitted own = cases.submitted(people.person(), Services.REPRESENTED);
        new Overview(http, own.applicant()).item(own.live()).at("/kind").exists();
        new Overview(http, representatives.of(own.applicant()))
                .item(own.live())
                .at("/kind")
                .exists();
        Proxy signatory = representatives.by(Representation.of("signatory", people.organisation()));
        LiveCase ofCompany = cases.create(signatory, Bodies.newCase(Services.REPRESENTED, "bolag"));
        new Overview(http, signatory).item(ofCompany).at("/kind").exists();
    }

    @Requirement("MINA-001")
    @Test
    void mina001_isForNoOfficer(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        new Overview(http, handled.applicant()).item(handled.live()).at("/kind").exists();
        for (Officer officer : List.of(
                handled.officer(),
                handled.officer().who(people.person()),
                people.registrar(),
                people.archivist(),
                people.contactCentre(),
                people.auditor(Office.A))) {
            http.get("/cases").as(officer).send().expect(200);
            http.get(Overview.PATH).as(officer).send().expectProblem(403, "forbidden");
        }
    }

    @Requirement("MINA-001")
    @Test
    void mina001_isForNoSystem(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        new Overview(http, submitted.applicant())
                .item(submitted.live())
                .at("/kind")
                .exists();
        for (SystemClient system : List.of(
                people.system("cases:read", "overview:read"), people.systemOfB("cases:read", "overview:read"))) {
            http.get("/cases").as(system).send().expect(200);
            http.get(Overview.PATH).as(system).send().expectProblem(403, "forbidden");
        }
    }
}
