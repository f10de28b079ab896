package se.ryggrad.conformance.checks.sight;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Table;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a contact centre does for those who call or come. */
@ConformanceCheck
class ContactCentreCheck {

    private static final String MESSAGE = "message";

    @Requirement("HAND-093")
    @Test
    void hand093_handsInAsARegistrarDoes(Http http, People people, Cases cases) {
        Person person = people.person();
        Officer centre = people.contactCentre();
        String day = Bodies.today().minusDays(3).toString();
        ObjectNode subject = Papers.party("subject", people.person()).set("rights", Json.array("be-notified"));
        ObjectNode body = Papers.of(Papers.party("applicant", person), subject)
                .put("channel", "phone")
                .put("receivedOn", day);
        body.set("form", Json.object("subject", ""));
        Answer created = cases.send(centre, body)
                .hint("What a registrar may hand in, with gaps and with channel, receivedOn and parties.")
                .expect(201);
        created.at("/limited").is(true);
        created.at("/channel").is("phone");
        created.at("/receivedOn").is(day);
        created.at("/initiatedBy").is("party");
        created.at("/parties").hasSize(2).at("/0/name").is(person.name());
        created.at("/parties/1/rights").is(Json.array("be-notified"));
        created.at("/allowedActions").is(Json.array(MESSAGE));
        LiveCase live = new LiveCase(http, created.at("/id").text(), created);
        Answer whole = live.read(people.officer()).expect(200);
        whole.at("/form").is(Json.object("subject", ""));
        Timeline.of(live, person).last("submitted").at("/content/actor/kind").is("officer");
    }

    @Requirement("HAND-093")
    @Test
    void hand093_handsInForItsOwnAuthorityAlone(People people, Cases cases, Uploads uploads) {
        Officer centre = people.contactCentre();
        ObjectNode body = Papers.of(Services.PLAIN, Papers.party("applicant", people.person()));
        cases.send(people.contactCentre(Office.B), body).expectProblem(403, "forbidden");
        JsonNode opening = Bodies.newCase(Services.AUTHORITY, "Tillsyn").put("initiatedBy", "authority");
        cases.send(centre, opening).hint("A contact centre opens no case.").expectProblem(403, "forbidden");
        body.remove("channel");
        body.set("documents", Json.array(Uploads.entry(uploads.text(centre, "Ritning"), "drawing", "a.txt")));
        LiveCase live = cases.create(centre, body);
        live.created().at("/channel").is("paper");
        live.read(people.officer()).expect(200).at("/documents").hasSize(1);
    }

    @Requirement("HAND-093")
    @Test
    void hand093_writesInItsOwnNameAndForAParty(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Officer centre = people.contactCentre();
        Answer own =
                live.acting(centre, Bodies.message("Sökanden ringde.")).send().expect(200);
        own.at("/limited").is(true);
        own.at("/version").is(3);
        String me = http.get("/me").as(centre).send().require(200).at("/id").text();
        Part first = Timeline.of(live, submitted.applicant()).last("message-added");
        first.at("/content/actor/kind").is("officer");
        first.at("/content/actor/id").is(me);
        first.at("/content/actor/for").isMissing();
        String party = own.at("/parties/0/id").text();
        ObjectNode told = Bodies.message("Jag har flyttat.")
                .put("for", party)
                .put("channel", "phone")
                .put("receivedOn", Bodies.today().toString());
        live.acting(centre, told).send().expect(200);
        Part second = Timeline.of(live, submitted.applicant()).last("message-added");
        second.at("/content/actor/id").is(me);
        second.at("/content/actor/for").is(party);
        second.at("/content/data/channel").is("phone");
        second.at("/content/data/receivedOn").is(told.path("receivedOn"));
        live.acting(centre, told.deepCopy().put("for", UUID.randomUUID().toString()))
                .send()
                .expectProblem(422, "validation")
                .expectErrors("/for unknown-value");
        ObjectNode narrowed = Bodies.message("Bara för er.");
        narrowed.set("audience", Json.object("to", "officers"));
        narrowed.set("secrecy", Json.array(Json.object("provision", "OSL 26 kap. 1 §")));
        live.acting(centre, narrowed)
                .send()
                .expectProblem(422, "validation")
                .expectErrors("/audience unknown-member", "/secrecy unknown-member");
    }

    @Requirement("HAND-093")
    @Test
    void hand093_doesNothingElse(People people, Cases cases) {
        Officer centre = people.contactCentre();
        for (LiveCase live : List.of(cases.assigned().live(), cases.closed().live())) {
            Answer seen = live.read(centre).expect(200);
            seen.at("/allowedActions").is(Json.array(MESSAGE));
            Table.load().actions().stream()
                    .distinct()
                    .filter(action -> !action.equals(MESSAGE))
                    .forEach(action -> live.actAfter(seen, centre, Bodies.action(action))
                            .hint("A contact centre does not " + action + ".")
                            .expectProblem(403, "forbidden"));
            live.acting(centre, Bodies.message("Ringde igen.")).send().expect(200);
        }
    }
}
