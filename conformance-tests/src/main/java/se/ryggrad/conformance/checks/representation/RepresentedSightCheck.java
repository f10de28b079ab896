package se.ryggrad.conformance.checks.representation;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a representative sees: with the header what the represented sees, without it what is their own. */
@ConformanceCheck
class RepresentedSightCheck {

    @Requirement("ID-042")
    @Test
    void id042_showsTheCasesOfTheRepresentedAndNoneOfTheirOwn(
            Http http, People people, Cases cases, Representatives representatives) {
        Submitted first = cases.submitted(people.person(), Services.REPRESENTED);
        Submitted second = cases.submitted(first.applicant(), Services.REPRESENTED);
        Proxy proxy = representatives.of(first.applicant());
        Submitted own = cases.submitted(proxy.person(), Services.REPRESENTED);
        expectListed(http, proxy, first.live().id(), second.live().id());
        expectListed(http, proxy.person(), own.live().id());
        first.live().read(proxy).expect(200).at("/id").is(first.live().id());
        first.live().events(proxy).expect(200).at("/items/0/content/type").is("submitted");
        own.live().read(proxy.person()).expect(200);
        own.live().read(proxy).expectProblem(404, "not-found");
        own.live().events(proxy).expectProblem(404, "not-found");
    }

    @Requirement("ID-042")
    @Test
    void id042_showsTheDocumentsOfTheRepresentedAndNoneOfTheirOwn(
            Http http, People people, Cases cases, Uploads uploads, Representatives representatives) {
        Submitted theirs = cases.submitted(people.person(), Services.REPRESENTED);
        Proxy proxy = representatives.of(theirs.applicant());
        Submitted own = cases.submitted(proxy.person(), Services.REPRESENTED);
        String shown = withDocument(theirs, uploads, "deras");
        String hidden = withDocument(own, uploads, "eget");
        Answer answer = http.get(shown).as(proxy).send().expect(200);
        if (!answer.body().text().equals("deras")) {
            answer.fail("the document of the represented", "another", null);
        }
        http.get(hidden).as(proxy.person()).send().expect(200);
        http.get(hidden).as(proxy).send().expectProblem(404, "not-found");
    }

    @Requirement("ID-042")
    @Test
    void id042_showsNoMoreThanTheRepresentedSees(
            Http http, People people, Cases cases, Representatives representatives) {
        Person applicant = people.person();
        Person concerned = people.person();
        LiveCase live = cases.create(
                people.registrar(),
                Papers.of(
                        Services.REPRESENTED,
                        Papers.party("applicant", applicant),
                        Papers.party("concerned", concerned)));
        Proxy ofApplicant = representatives.of(applicant);
        Proxy ofConcerned = representatives.of(concerned);
        live.read(ofApplicant).expect(200);
        live.read(concerned).require(404);
        live.read(ofConcerned).expectProblem(404, "not-found");
        expectListed(http, ofConcerned);
    }

    @Requirement("ID-043")
    @Test
    void id043_keepsWhatWasSubmittedForAnotherOutOfTheirOwn(
            Http http, People people, Cases cases, Representatives representatives) {
        Proxy proxy = representatives.of(people.person());
        LiveCase live = cases.create(proxy, Bodies.newCase(Services.REPRESENTED, "ombud"));
        Submitted own = cases.submitted(proxy.person(), Services.REPRESENTED);
        live.read(proxy).expect(200);
        live.events(proxy).expect(200);
        expectListed(http, proxy, live.id());
        live.read(proxy.person()).expectProblem(404, "not-found");
        live.events(proxy.person()).expectProblem(404, "not-found");
        live.acting(proxy.person(), Bodies.message("hej")).send().expectProblem(404, "not-found");
        expectListed(http, proxy.person(), own.live().id());
    }

    private static void expectListed(Http http, Credential reader, String... ids) {
        Answer answer = http.get("/cases")
                .as(reader)
                .query("count", "true")
                .query("limit", 100)
                .send()
                .expect(200);
        Set<String> listed = Set.copyOf(Pages.ids(answer.at("/items").items()));
        if (!listed.equals(Set.of(ids))) {
            answer.fail("the cases " + Set.of(ids) + " and no other", listed.toString(), "/items");
        }
        answer.at("/total").is(ids.length);
    }

    private static String withDocument(Submitted submitted, Uploads uploads, String content) {
        String document = uploads.text(submitted.applicant(), content);
        ObjectNode body = Bodies.supplement("fil");
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        submitted.live().perform(submitted.applicant(), body);
        return submitted.live().path() + "/documents/" + document;
    }
}
