package se.ryggrad.conformance.checks.approval;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a joint signatory does what they may where the others are asked, and only sees otherwise. */
@ConformanceCheck
class JointSignatoryCheck {

    private static final ObjectNode MESSAGE = Bodies.message("hej");

    @Requirement("ID-071")
    @Test
    void id071_doesWhatTheRegistrySaysWhereTheOthersAreAsked(
            Http http, Cases cases, Families families, Uploads uploads) {
        Family company = families.signatories(2);
        Proxy first = company.first().proxy();
        String document = uploads.sending("text/plain", Octets.of("Avtal"))
                .as(first)
                .send()
                .expect(201)
                .at("/id")
                .text();
        cases.send(first, Approvals.body(Services.SIGNATORIES)).expect(201);
        LiveCase live = Approvals.signed(cases, company);
        live.read(first).expect(200).at("/allowedActions").contains("message");
        ObjectNode message = MESSAGE.deepCopy();
        message.set("documents", Json.array(Uploads.entry(document, "contract", "avtal.txt")));
        live.act(first, message).expect(200);
        live.act(company.second().proxy(), MESSAGE).expect(200);
        live.act(first, Bodies.action("withdraw"))
                .hint("What all have asked for none of them takes back alone.")
                .expectProblem(403, "forbidden");
        Answer me = http.get("/me").as(first).send().expect(200);
        me.hint("What more it gives hangs on the service.")
                .at("/onBehalfOf/rights")
                .is(Json.array("read"));
    }

    @Requirement("ID-071")
    @Test
    void id071_receivesThere(Cases cases, People people, Families families) {
        Family company = families.signatories(1);
        Officer officer = people.officer();
        LiveCase live = Approvals.signed(cases, company).perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.refuse());
        String decision = live.text(officer, "/decisions/0/id");
        live.perform(officer, Bodies.notifyDecision(decision, Approvals.party(live, officer, 0)));
        Proxy first = company.first().proxy();
        live.read(first).expect(200).at("/allowedActions").contains("acknowledge-receipt");
        live.act(first, Bodies.action("acknowledge-receipt").put("decision", decision))
                .expect(200);
    }

    @Requirement("ID-071")
    @Test
    void id071_doesNoMoreThanTheRegistrySays(Cases cases, Families families, Uploads uploads) {
        Family company = families.signatories(2);
        LiveCase live = Approvals.signed(cases, company);
        Proxy reader = signatory(families, company, "read");
        expectSightAlone(live, reader);
        cases.send(reader, Approvals.body(Services.SIGNATORIES)).expectProblem(403, "forbidden");
        uploads.sending("text/plain", Octets.of("x")).as(reader).send().expectProblem(403, "forbidden");
        Proxy receiver = signatory(families, company, "receive");
        uploads.sending("text/plain", Octets.of("x")).as(receiver).send().expectProblem(403, "forbidden");
        live.act(company.second().proxy(), MESSAGE).expect(200);
    }

    @Requirement("ID-071")
    @Test
    void id071_onlySeesElsewhere(Cases cases, Families families) {
        Family company = families.signatories(1);
        Proxy sole = families.member(Representation.of("signatory", company.represented()))
                .proxy();
        LiveCase live = cases.create(sole, Approvals.body(Services.REPRESENTED));
        live.act(sole, MESSAGE).expect(200);
        Proxy joint = company.first().proxy();
        expectSightAlone(live, joint);
        cases.send(joint, Approvals.body(Services.REPRESENTED)).expectProblem(403, "forbidden");
    }

    private static Proxy signatory(Families families, Family company, String right) {
        Representation entry = Families.joint("signatory", company.represented());
        return families.member(entry.rights(right)).proxy();
    }

    private static void expectSightAlone(LiveCase live, Proxy reader) {
        live.read(reader).expect(200).at("/allowedActions").hasSize(0);
        live.acting(reader, MESSAGE).send().expectProblem(403, "forbidden");
    }
}
