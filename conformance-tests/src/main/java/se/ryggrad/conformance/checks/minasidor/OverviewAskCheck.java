package se.ryggrad.conformance.checks.minasidor;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what an item says is asked of the person, and by when. */
@ConformanceCheck
class OverviewAskCheck {

    @Requirement("MINA-005")
    @Test
    void mina005_tellsThatTheOneAskedIsAsked(Http http, Cases cases, People people) {
        Person mine = people.person();
        Person other = people.person();
        Officer officer = people.officer();
        LiveCase live = withTwo(cases, people, Services.PAPER, mine, other, officer);
        expectNothing(http, mine, live);
        expectNothing(http, other, live);
        live.perform(officer, due(live.text(officer, "/parties/1/id"), 9));
        expectNothing(http, mine, live);
        expectAsked(http, other, live, 9);
        live.perform(officer, due(live.text(officer, "/parties/0/id"), 12));
        expectAsked(http, mine, live, 12);
        expectAsked(http, other, live, 9);
    }

    @Requirement("MINA-005")
    @Test
    void mina005_isAboutPartiesAlone(Http http, Cases cases) {
        Handled handled = cases.assigned();
        for (JsonNode addressee : List.of(Json.object("unit", "unit-a2"), Json.object("name", "Länsstyrelsen"))) {
            ObjectNode request = due("", 5).put("kind", "opinion").set("addressee", addressee);
            handled.live().perform(handled.officer(), request);
        }
        expectNothing(http, handled.applicant(), handled.live());
        handled.live().perform(handled.officer(), due(handled.party(), 8));
        expectAsked(http, handled.applicant(), handled.live(), 8);
    }

    @Requirement("MINA-005")
    @Test
    void mina005_tellsTheEarliestDay(Http http, Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode undated = due(handled.party(), 0);
        undated.remove("dueOn");
        handled.live().perform(handled.officer(), undated);
        Part item = new Overview(http, handled.applicant()).item(handled.live());
        item.at("/actionRequired").is(true);
        item.at("/dueOn").isMissing();
        for (int days : List.of(14, 7, 21)) {
            handled.live().perform(handled.officer(), due(handled.party(), days));
        }
        expectAsked(http, handled.applicant(), handled.live(), 7);
    }

    @Requirement("MINA-005")
    @Test
    void mina005_isOverWithTheRequest(Http http, Cases cases) {
        Handled handled = cases.assigned();
        handled.live().perform(handled.officer(), due(handled.party(), 4));
        String first = handled.request();
        handled.live().perform(handled.officer(), due(handled.party(), 6));
        String second = handled.request();
        expectAsked(http, handled.applicant(), handled.live(), 4);
        handled.live().perform(handled.applicant(), Bodies.answer(first));
        expectAsked(http, handled.applicant(), handled.live(), 6);
        handled.live().perform(handled.officer(), Bodies.action("close-request").put("request", second));
        expectNothing(http, handled.applicant(), handled.live());
    }

    @Requirement("MINA-005")
    @Test
    void mina005_isNotAboutAPartyWhoHasEnded(Http http, Cases cases) {
        Handled handled = cases.assigned();
        Person person = handled.applicant();
        LiveCase live = handled.live();
        Officer officer = handled.officer();
        live.perform(officer, Bodies.addParty(Papers.party("concerned", person)));
        String second = live.text(officer, "/parties/1/id");
        live.perform(officer, due(second, 9));
        expectAsked(http, person, live, 9);
        live.perform(officer, Bodies.endParty(second));
        expectNothing(http, person, live);
        live.perform(officer, due(handled.party(), 11));
        expectAsked(http, person, live, 11);
    }

    @Requirement("MINA-005")
    @Test
    void mina005_isAboutWhomTheReaderRepresents(
            Http http, Cases cases, People people, Representatives representatives) {
        Person represented = people.person();
        Person representative = people.person();
        Officer officer = people.officer();
        LiveCase live = withTwo(cases, people, Services.REPRESENTED, represented, representative, officer);
        Representation entry = Representation.of(people.registered(represented)).rights("read");
        Proxy proxy = representatives.by(representative, entry);
        live.perform(officer, due(live.text(officer, "/parties/1/id"), 3));
        expectNothing(http, proxy, live);
        expectAsked(http, representative, live, 3);
        live.perform(officer, due(live.text(officer, "/parties/0/id"), 5));
        expectAsked(http, proxy, live, 5);
        expectAsked(http, representative, live, 3);
    }

    @Requirement("MINA-005")
    @Test
    void mina005_isAboutTheRepresentativeWhoIsAskedAlone(Http http, Cases cases, Families families) {
        Family family = families.guardians(2);
        Proxy asked = family.second().proxy();
        LiveCase live = cases.create(family.first().proxy(), Bodies.newCase(Services.GUARDIANS, "Tillsammans"));
        new Overview(http, asked).item(live).at("/actionRequired").is(true);
        expectNothing(http, family.first().proxy(), live);
        String request = live.text(asked, "/requests/0/id");
        live.perform(asked, Bodies.action("approve").put("request", request));
        expectNothing(http, asked, live);
    }

    private static LiveCase withTwo(
            Cases cases, People people, Services service, Person applicant, Person other, Officer officer) {
        ObjectNode body = Papers.of(service, Papers.party("applicant", applicant), Papers.party("co-applicant", other));
        return cases.create(people.registrar(), body).perform(officer, Bodies.action("assign"));
    }

    private static ObjectNode due(String party, int days) {
        return Bodies.request(party).put("dueOn", day(days).toString());
    }

    private static LocalDate day(int days) {
        return Bodies.today().plusDays(days);
    }

    private static void expectAsked(Http http, Credential reader, LiveCase live, int days) {
        Part item = new Overview(http, reader).item(live);
        item.at("/actionRequired").is(true);
        item.at("/dueOn").is(day(days).toString());
    }

    private static void expectNothing(Http http, Credential reader, LiveCase live) {
        Part item = new Overview(http, reader).item(live);
        item.at("/actionRequired").is(false);
        item.at("/dueOn").isMissing();
    }
}
