package se.ryggrad.conformance.checks.events;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the events of a case: whole, sealed, and the same for citizen and officer. */
@ConformanceCheck
class TimelineCheck {

    private static final String ODD = "Å \"citat\" \\ \t\n <b>&amp;</b> 🏠 \u0001 \u2028 é é";

    @Requirement("CASE-023")
    @Test
    void case023_countsFromOneWithoutGaps(Http http, Cases cases) {
        Handled handled = cases.waiting();
        handled.live().perform(handled.applicant(), Bodies.answer(handled.request()));
        Timeline timeline = Timeline.of(handled.live(), handled.applicant());
        timeline.expectTypes("submitted", "registered", "assigned", "requested", "request-answered");
        handled.live().read(handled.applicant()).expect(200).at("/version").is(5);
        String path = handled.live().path() + "/events";
        List<Part> inPages = Pages.all(
                page -> http.get(path)
                        .as(handled.applicant())
                        .query("limit", 2)
                        .query("page", page)
                        .send(),
                2);
        new Timeline(inPages).expectSound();
        if (!Pages.ids(inPages).equals(Pages.ids(timeline.events()))) {
            throw ConformanceFailure.of(
                    "the same events in pages of two", Pages.ids(inPages).toString());
        }
    }

    @Requirement("CASE-024")
    @Test
    void case024_theChainFollowsFromWhatIsShown(Cases cases, People people) {
        JsonNode form = Json.object("subject", ODD, "amount", Json.read("1e-7"), "email", "a@example.se");
        Person person = people.person();
        LiveCase live = cases.create(person, Bodies.newCase(Services.PLAIN, form));
        live.perform(person, Bodies.message(ODD));
        live.perform(person, Bodies.supplement(ODD).set("form", Json.object("amount", Json.read("0.10"))));
        Timeline timeline = Timeline.of(live, person);
        timeline.events().forEach(e -> e.at("/salt").matches("[0-9a-f]{64}"));
        timeline.expectSound();
        long salts = timeline.events().stream()
                .map(e -> e.at("/salt").text())
                .distinct()
                .count();
        if (salts != timeline.events().size()) {
            throw ConformanceFailure.of("a random salt for each event", salts + " salts for " + timeline.types());
        }
        timeline.last("message-added").at("/content/data/text").is(ODD);
    }

    @Requirement("CASE-025")
    @Test
    void case025_eachChainIsTheBeginningOfTheNext(Cases cases) {
        Handled handled = cases.assigned();
        List<JsonNode> before = List.of();
        List<JsonNode> actions = List.of(
                Bodies.message("Ett"),
                Bodies.request(handled.party()),
                Bodies.action("record-note").put("text", "Anteckning"),
                Bodies.approve(),
                Bodies.action("notify-decision"));
        for (JsonNode action : actions) {
            ObjectNode body = (ObjectNode) action;
            if (body.path("action").asString().equals("notify-decision")) {
                body = Bodies.notifyDecision(handled.decision(), handled.party());
            }
            Answer acted = handled.live().act(handled.officer(), body).expect(200);
            Timeline timeline = Timeline.of(handled.live(), handled.officer()).expectSound();
            acted.at("/chain/hash").is(timeline.head());
            acted.at("/chain/sequence").is(timeline.events().size());
            List<JsonNode> now = timeline.languageFree();
            if (!now.subList(0, before.size()).equals(before)) {
                throw ConformanceFailure.of("the events read before as the beginning of those read now", "" + now);
            }
            before = now;
        }
    }

    @Requirement("CASE-026")
    @Test
    void case026_partyAndOfficerReadTheSame(Http http, Cases cases) {
        Handled handled = cases.notified();
        List<JsonNode> expected =
                Timeline.of(handled.live(), handled.applicant()).languageFree();
        String path = handled.live().path() + "/events";
        List<String> titles = new ArrayList<>();
        for (Credential reader : List.of(handled.applicant(), handled.officer())) {
            for (String language : List.of("sv", "en")) {
                Answer answer = http.get(path)
                        .as(reader)
                        .language(language)
                        .query("limit", 100)
                        .send()
                        .expect(200);
                Timeline read = new Timeline(answer.at("/items").items());
                if (!read.languageFree().equals(expected)) {
                    answer.fail("the same events for party and officer in each language", "others", "/items");
                }
                titles.add(
                        read.last("decided").at("/display/title").matches(".+").text());
            }
        }
        if (titles.get(0).equals(titles.get(1)) || !titles.get(0).equals(titles.get(2))) {
            throw ConformanceFailure.of("display in the language asked for, the same for all", titles.toString());
        }
    }

    @Requirement("CASE-027")
    @Test
    void case027_saysWhoActedByWhatRight(Http http, Cases cases) {
        Handled handled = cases.notified();
        handled.live().perform(handled.applicant(), Bodies.message("Tack."));
        Timeline timeline = Timeline.of(handled.live(), handled.applicant());
        timeline.events().forEach(e -> Schemas.expect(e, "event"));
        String person = http.get("/me")
                .as(handled.applicant())
                .send()
                .require(200)
                .at("/id")
                .text();
        String officer = http.get("/me")
                .as(handled.officer())
                .send()
                .require(200)
                .at("/id")
                .text();
        expectActor(timeline.last("submitted"), "person", person, "own");
        expectActor(timeline.last("message-added"), "person", person, "own");
        expectActor(timeline.last("assigned"), "officer", officer, "office");
        expectActor(timeline.last("decided"), "officer", officer, "office");
        timeline.last("registered").at("/content/actor/kind").is("automatic");
        timeline.last("registered").at("/content/actor/id").isMissing();
        timeline.last("submitted").at("/content/occurredOn").is(Bodies.today().toString());
        timeline.last("submitted").at("/content/audience/to").is("all-parties");
    }

    private static void expectActor(Part event, String kind, String id, String right) {
        Part actor = event.at("/content/actor");
        actor.at("/kind").is(kind);
        actor.at("/id").is(id);
        actor.at("/right").is(right);
        actor.at("/acr").is(Assurance.LOA3.uri());
    }
}
