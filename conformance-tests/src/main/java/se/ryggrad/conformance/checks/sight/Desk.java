package se.ryggrad.conformance.checks.sight;

import java.util.List;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case with something in each member that a contact centre does not see, and somebody who asks about it there.
 *
 * @param live the case
 * @param person the applicant
 * @param officer who handles it
 * @param centre who is of the contact centre, and nothing else
 */
record Desk(LiveCase live, Person person, Officer officer, Officer centre) {

    /** Makes a case with a document and a relation, in which an open and a narrowed request wait for an answer. */
    static Desk asked(People people, Cases cases, Uploads uploads) {
        Person person = people.person();
        Officer registrar = people.registrar();
        String document = uploads.text(registrar, "Ritning");
        JsonNode follows = Json.object(
                "kind", "concerns", "case", cases.plain(person).live().id());
        ObjectNode body = Papers.of(Services.PLAIN, Papers.party("applicant", person));
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        body.set("relations", Json.array(follows));
        LiveCase live = cases.create(registrar, body);
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        String party = live.text(officer, "/parties/0/id");
        ObjectNode open = Bodies.request(party).set("material", Json.array(document));
        live.perform(officer, open.set("form", Bodies.form(Json.object("area", Json.object("type", "integer")))));
        live.perform(officer, Bodies.narrowed(Bodies.request(party), party));
        return new Desk(live, person, officer, people.contactCentre());
    }

    /** Lets the officer decide, and the applicant appeal. */
    Desk appealed() {
        live.perform(officer, Bodies.refuse());
        String decision = live.text(officer, "/decisions/0/id");
        live.perform(officer, Bodies.notifyDecision(decision, live.text(officer, "/parties/0/id")));
        live.perform(person, Bodies.action("appeal").put("decision", decision).put("text", "Jag överklagar."));
        return this;
    }

    /** Returns the case as the officer sees it, with something in each of these members. */
    Answer whole(String... members) {
        Answer answer = live.read(officer).require(200);
        List<String> absent = List.of(members).stream()
                .filter(member -> answer.json().at(member).isMissingNode()
                        || (answer.json().at(member).isContainer()
                                && answer.json().at(member).isEmpty()))
                .toList();
        if (!absent.isEmpty()) {
            throw new NotObserved(
                    Finding.of("something in " + List.of(members) + " for the officer", "nothing in " + absent),
                    Blame.SYSTEM);
        }
        return answer;
    }
}
