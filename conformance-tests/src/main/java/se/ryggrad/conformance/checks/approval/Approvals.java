package se.ryggrad.conformance.checks.approval;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.Family.Member;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases on which several must agree, what is done to them, and what they show. */
final class Approvals {

    /** What an officer says when an approval is dispensed with. */
    static final String GROUND = "Föräldrabalken (1949:381) 6 kap. 13 a §";

    private Approvals() {}

    /** Makes a case that the first guardian begins for the child. */
    static LiveCase guarded(Cases cases, Family family) {
        return cases.create(family.first().proxy(), body(Services.GUARDIANS));
    }

    /** Makes a case that the first joint signatory begins for the company. */
    static LiveCase signed(Cases cases, Family company) {
        return cases.create(company.first().proxy(), body(Services.SIGNATORIES));
    }

    /** Returns a new case of a service whose form asks for a subject only. */
    static ObjectNode body(Services service) {
        return Bodies.newCase(service, "Tillsammans");
    }

    /** Returns a new case of an applicant, which no rule decides, with others who apply together with them. */
    static ObjectNode together(Person... others) {
        return together(500, others);
    }

    /** Returns a new case of an applicant about an amount, with others who apply together with them. */
    static ObjectNode together(int amount, Person... others) {
        ObjectNode body = Bodies.newCase(Services.TOGETHER, Json.object("amount", amount));
        return others.length == 0
                ? body
                : body.set(
                        "parties",
                        Json.array(Stream.of(others)
                                .map(other -> Papers.party("co-applicant", other))
                                .toArray()));
    }

    /** Returns an applicant whom somebody represents, as a registrar names them. */
    static ObjectNode applicant(Family family) {
        return Json.object(
                "role",
                "applicant",
                "identity",
                Json.object(
                        "scheme",
                        family.represented().scheme(),
                        "value",
                        family.represented().value()),
                "name",
                family.represented().name());
    }

    /** Returns an approval. */
    static ObjectNode approve(String request) {
        return Bodies.action("approve").put("request", request);
    }

    /** Returns the refusal of an approval. */
    static ObjectNode refuse(String request) {
        return Bodies.action("refuse-approval").put("request", request);
    }

    /** Returns a dispensation with every approval that is outstanding. */
    static ObjectNode dispense() {
        return Bodies.action("dispense-approval").put("ground", GROUND);
    }

    /** Returns a dispensation with one approval. */
    static ObjectNode dispense(String request) {
        return dispense().put("request", request);
    }

    /** Lets an act be recorded for a party, from paper that came today. */
    static ObjectNode recorded(ObjectNode body, String party) {
        return body.put("for", party)
                .put("channel", "paper")
                .put("receivedOn", Bodies.today().toString());
    }

    /** Returns the requests for approval in a case. */
    static List<Part> requests(Answer seen) {
        return seen.at("/requests").items().stream()
                .filter(request -> request.node().path("kind").asString("").equals("approval"))
                .toList();
    }

    /** Returns the request with an id. */
    static Part request(Answer seen, String id) {
        return requests(seen).stream()
                .filter(request -> request.node().path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> seen.failure("the request " + id, "none", "/requests"));
    }

    /** Returns the id of the request by which a representative is asked, on the way to the point of a check. */
    static String asked(LiveCase live, Credential reader, Member member) {
        return asked(live, reader, "/representative/id", member.id());
    }

    /** Returns the id of the request by which a party is asked, on the way to the point of a check. */
    static String asked(LiveCase live, Credential reader, String party) {
        return asked(live, reader, "/addressee/party", party);
    }

    private static String asked(LiveCase live, Credential reader, String pointer, String who) {
        return requests(live.shown(reader)).stream()
                .filter(request -> request.node().at(pointer).asString("").equals(who))
                .map(request -> request.at("/id").text())
                .findFirst()
                .orElseThrow(() -> new NotObserved(
                        new Finding("a request for an approval", "none", "/requests", null, null), Blame.SYSTEM));
    }

    /** Returns the ids of the representatives who are asked. */
    static Set<String> representatives(Answer seen) {
        return requests(seen).stream()
                .map(request -> request.node().at("/representative/id").asString(""))
                .collect(Collectors.toSet());
    }

    /** Requires that a new case went as far as this by itself, on the way to the point of a check. */
    static void requireStatus(Answer begun, String status) {
        String actual = begun.require(201).at("/status").text();
        if (!actual.equals(status)) {
            throw new NotObserved(
                    new Finding("the status " + status, actual, "/status", begun.exchange(), null), Blame.SYSTEM);
        }
    }

    /** Expects how many have agreed, and how many must. */
    static Answer expectGiven(Answer seen, int given, int needed) {
        seen.at("/approval").is(Json.object("needed", needed, "given", given));
        return seen;
    }

    /** Expects that the case lacks, in this order, what is written as pointer and code. */
    static Answer expectLacking(Answer seen, String... pointersAndCodes) {
        List<String> lacking = seen.at("/deficiencies").items().stream()
                .map(gap -> gap.at("/pointer").text() + " " + gap.at("/code").text())
                .toList();
        if (!lacking.equals(List.of(pointersAndCodes))) {
            seen.at("/deficiencies").fail("just " + List.of(pointersAndCodes));
        }
        return seen;
    }

    /** Expects that an approval is missing and nothing else. */
    static Answer expectAwaiting(Answer seen) {
        return expectLacking(seen, "/approval approval-missing");
    }

    /** Returns the content of the last event of a type as somebody reads it. */
    static Part event(LiveCase live, Credential reader, String type) {
        Answer events = live.events(reader).expect(200);
        return events.at("/items").items().stream()
                .filter(event -> event.node().at("/content/type").asString("").equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> events.failure("an event " + type, "none", "/items"))
                .at("/content");
    }

    /** Returns the types of the events as somebody reads them. */
    static List<String> types(LiveCase live, Credential reader) {
        return live.events(reader).expect(200).at("/items").items().stream()
                .map(event -> event.node().at("/content/type").asString(""))
                .toList();
    }

    /** Returns the id of the party in a place. */
    static String party(LiveCase live, Credential reader, int place) {
        return live.text(reader, "/parties/" + place + "/id");
    }

    /** Tells whether a list of texts is just this, in any order. */
    static boolean holds(JsonNode list, String... expected) {
        return list.size() == expected.length
                && list.valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet())
                        .equals(Set.of(expected));
    }
}
