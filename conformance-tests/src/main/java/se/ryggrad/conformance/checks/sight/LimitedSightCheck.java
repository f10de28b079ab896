package se.ryggrad.conformance.checks.sight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;

/** Checks what a contact centre sees of a case, and that it sees all the rest as it is. */
@ConformanceCheck
class LimitedSightCheck {

    private static final List<String> EMPTY = List.of("provenance", "documents", "decisions", "appeals", "relations");

    /** Members that are others for a contact centre; the actions have a requirement of their own (HAND-093). */
    private static final Set<String> OTHER = Set.of(
            "limited",
            "parties",
            "form",
            "provenance",
            "documents",
            "decisions",
            "appeals",
            "relations",
            "requests",
            "waitingFor",
            "allowedActions");

    @Requirement("ID-072")
    @Test
    void id072_doesNotSeeWhatIsInTheCase(People people, Cases cases, Uploads uploads) {
        Desk desk = Desk.asked(people, cases, uploads).appealed();
        Answer whole = desk.whole(
                "/parties/0/identity/value", "/form/subject", "/documents", "/decisions", "/appeals", "/relations");
        whole.at("/limited").isMissing();
        Answer seen = desk.live().read(desk.centre()).expect(200);
        seen.at("/limited").is(true);
        seen.at("/form").is(Json.object());
        EMPTY.forEach(list -> seen.at("/" + list).hasSize(0));
        Part party = seen.at("/parties").hasSize(1).at("/0");
        party.at("/identity").is(Json.object("scheme", "personnummer"));
        for (String member : List.of("/id", "/role", "/name", "/rights", "/from", "/self")) {
            party.at(member).is(whole.at("/parties/0" + member).node());
        }
        expectTheRest(seen, whole);
        String digits = desk.person().number().digits();
        if (seen.body().text().contains(digits)) {
            seen.fail("no identity number anywhere", "one", null);
        }
    }

    private static void expectTheRest(Answer seen, Answer whole) {
        Set<String> members = new TreeSet<>(whole.json().propertyNames());
        members.addAll(seen.json().propertyNames());
        members.removeAll(OTHER);
        for (String member : members) {
            JsonNode expected = whole.json().path(member);
            Part actual = seen.at("/" + member);
            if (!Contract.same(expected, actual.node())) {
                actual.fail("what an officer of the unit sees: "
                        + (expected.isMissingNode() ? "nothing" : Json.write(expected)));
            }
        }
    }

    @Requirement("ID-072")
    @Test
    void id072_seesWhatAllPartiesAreAskedAlone(Http http, People people, Cases cases, Uploads uploads) {
        Desk desk = Desk.asked(people, cases, uploads);
        Answer whole = desk.whole("/requests/0/form", "/requests/0/material", "/requests/1", "/waitingFor/1");
        Answer seen = desk.live().read(desk.centre()).expect(200);
        Part request = seen.hint("The other request is narrowed to one party.")
                .at("/requests")
                .hasSize(1)
                .at("/0");
        request.at("/form").isMissing();
        request.at("/material").hasSize(0);
        for (String member : List.of("/id", "/kind", "/addressee", "/text", "/dueOn", "/state", "/audience")) {
            request.at(member).is(whole.at("/requests/0" + member).node());
        }
        JsonNode waiting = Json.array(whole.at("/waitingFor/0").node());
        seen.at("/waitingFor").is(waiting);
        expectTheRest(seen, whole);
        Answer found = Searches.call(http, desk.centre(), Searches.of(desk.person()))
                .send()
                .expect(200);
        found.hint("A case that is found tells no more than the case itself.").at("/items").items().stream()
                .filter(item -> item.at("/id").text().equals(desk.live().id()))
                .forEach(item -> item.at("/waitingFor").is(waiting));
    }

    @Requirement("ID-072")
    @Test
    void id072_doesNotSeeWhatCameOfTheCase(People people, Cases cases) {
        Officer officer = people.officer();
        LiveCase live = cases.anonymous().perform(officer, Bodies.action("assign"));
        JsonNode done = Bodies.action("complete").set("result", Json.object("text", "Lampan är lagad."));
        Answer whole = live.act(officer, done).require(200);
        whole.at("/result").exists();
        Answer seen = live.read(people.contactCentre()).expect(200);
        seen.at("/status").is(whole.at("/status").node());
        seen.at("/result").isMissing();
    }

    @Requirement("ID-072")
    @Test
    void id072_seesByAnotherGroupWhatThatGroupSees(People people, Cases cases) {
        LiveCase live = cases.plain().live();
        String centre = Office.A.group("contact-centre");
        Officer here = people.officerIn(Office.A.caseOfficers(), Office.A.colleagues(), centre);
        Officer elsewhere = people.officerIn(Office.A.caseOfficers(), Office.A2.colleagues(), centre);
        Answer whole = live.read(here).expect(200);
        whole.at("/limited").isMissing();
        whole.at("/form/subject").exists();
        Answer seen = live.read(elsewhere).expect(200);
        seen.at("/limited").is(true);
        seen.at("/form").is(Json.object());
        live.read(people.contactCentre(Office.B)).expectProblem(404, "not-found");
        live.read(people.officer(Office.A2)).expectProblem(404, "not-found");
    }
}
