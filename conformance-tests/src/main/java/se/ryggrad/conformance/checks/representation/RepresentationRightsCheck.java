package se.ryggrad.conformance.checks.representation;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a representative does what the rights of the representation reach to, and no more. */
@ConformanceCheck
class RepresentationRightsCheck {

    private static final ObjectNode MESSAGE = Bodies.message("hej");

    @Requirement("ID-046")
    @Test
    void id046_letsWhoeverMayOnlyReadDoNothing(
            People people, Cases cases, Uploads uploads, Representatives representatives) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        Proxy all = representatives.of(submitted.applicant());
        expectUpload(uploads, all, true);
        expectBegun(cases, all, true);
        submitted.live().act(all, MESSAGE).expect(200);
        submitted.live().read(all).expect(200).at("/allowedActions").contains("message");
        Proxy reader = representatives.of(submitted.applicant(), "read");
        expectNothing(submitted.live(), cases, uploads, reader);
    }

    @Requirement("ID-046")
    @Test
    void id046_letsWhoeverMaySubmitBeginAndUpload(
            People people, Cases cases, Uploads uploads, Representatives representatives) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        Proxy submitter = representatives.of(submitted.applicant(), "submit");
        expectBegun(cases, submitter, true);
        expectUpload(uploads, submitter, true);
        submitted.live().acting(submitter, MESSAGE).send().expectProblem(403, "forbidden");
        submitted.live().read(submitter).expect(200).at("/allowedActions").hasSize(0);
    }

    @Requirement("ID-046")
    @Test
    void id046_letsWhoeverMayActActAndUpload(Cases cases, Uploads uploads, Representatives representatives) {
        Handled handled = notified(cases);
        Proxy actor = representatives.of(handled.applicant(), "act");
        Part allowed = handled.live().read(actor).expect(200).at("/allowedActions");
        allowed.contains("message");
        allowed.lacks("acknowledge-receipt");
        handled.live().act(actor, receipt(handled)).expectProblem(403, "forbidden");
        handled.live().act(actor, MESSAGE).expect(200);
        expectUpload(uploads, actor, true);
        expectBegun(cases, actor, false);
    }

    @Requirement("ID-046")
    @Test
    void id046_letsWhoeverMayReceiveReceive(Cases cases, Uploads uploads, Representatives representatives) {
        Handled handled = notified(cases);
        Proxy receiver = representatives.of(handled.applicant(), "receive");
        Answer seen = handled.live().read(receiver).expect(200);
        seen.at("/allowedActions").is(Json.array("acknowledge-receipt"));
        handled.live().acting(receiver, MESSAGE).send().expectProblem(403, "forbidden");
        expectUpload(uploads, receiver, false);
        expectBegun(cases, receiver, false);
        handled.live().actAfter(seen, receiver, receipt(handled)).expect(200);
    }

    @Requirement("ID-046")
    @Test
    void id046_givesNoMoreThanTheRepresentedHasAsAParty(People people, Cases cases, Representatives representatives) {
        Person applicant = people.person();
        Person beside = people.person();
        LiveCase live = cases.create(
                people.registrar(),
                Papers.of(
                        Services.REPRESENTED,
                        Papers.party("applicant", applicant),
                        Papers.party("co-applicant", beside)));
        Proxy ofApplicant = representatives.of(applicant);
        Proxy ofBeside = representatives.of(beside);
        ObjectNode withdrawal = Bodies.action("withdraw");
        live.read(ofBeside).expect(200).at("/allowedActions").lacks("withdraw");
        live.act(ofBeside, withdrawal).expectProblem(403, "forbidden");
        live.read(ofApplicant).expect(200).at("/allowedActions").contains("withdraw");
        live.act(ofApplicant, withdrawal).expect(200);
    }

    @Requirement("ID-047")
    @Test
    void id047_givesReadAloneWhenHeldJointly(
            Http http, People people, Cases cases, Uploads uploads, Representatives representatives) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        Representation entry = Representation.of(people.registered(submitted.applicant()));
        Proxy alone = representatives.by(entry.with("jointly", false));
        submitted.live().act(alone, MESSAGE).expect(200);
        Person person = people.person();
        people.represents(person, entry.with("jointly", true));
        Answer listed = http.get("/me/representations").as(person).send().expect(200);
        listed.at("/items").hasSize(1);
        Part item = listed.at("/items/0");
        item.at("/jointly").is(true);
        RepresentationListCheck.expectRights(item, "read");
        expectNothing(submitted.live(), cases, uploads, representatives.listed(person, entry));
    }

    private static void expectNothing(LiveCase live, Cases cases, Uploads uploads, Proxy proxy) {
        live.read(proxy).expect(200).at("/allowedActions").hasSize(0);
        live.events(proxy).expect(200);
        live.acting(proxy, MESSAGE).send().expectProblem(403, "forbidden");
        live.act(proxy, Bodies.action("withdraw")).expectProblem(403, "forbidden");
        expectUpload(uploads, proxy, false);
        expectBegun(cases, proxy, false);
    }

    private static void expectUpload(Uploads uploads, Proxy proxy, boolean allowed) {
        expect(uploads.sending("text/plain", Octets.of("x")).as(proxy).send(), allowed);
    }

    private static void expectBegun(Cases cases, Proxy proxy, boolean allowed) {
        expect(cases.send(proxy, Bodies.newCase(Services.REPRESENTED, "ombud")), allowed);
    }

    private static void expect(Answer answer, boolean allowed) {
        if (allowed) {
            answer.expect(201);
        } else {
            answer.expectProblem(403, "forbidden");
        }
    }

    private static Handled notified(Cases cases) {
        Handled handled = cases.assigned(Services.REPRESENTED);
        handled.live().perform(handled.officer(), Bodies.approve());
        handled.live().perform(handled.officer(), Bodies.notifyDecision(handled.decision(), handled.party()));
        return handled;
    }

    private static ObjectNode receipt(Handled handled) {
        return Bodies.action("acknowledge-receipt").put("decision", handled.decision());
    }
}
