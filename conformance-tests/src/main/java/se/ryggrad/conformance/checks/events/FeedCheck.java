package se.ryggrad.conformance.checks.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;

/** Checks the feed: who reads it, what stands in it and how one moves in it. */
@ConformanceCheck
class FeedCheck {

    /** How many events are read one by one: fewer than three submissions make. */
    private static final int STEPS = 6;

    @Requirement("EVT-001")
    @Test
    void evt001_isForSystemsWithTheScope(Http http, People people) {
        http.get("/events").as(people.system("events:read")).send().expect(200);
        for (TestActor other : List.of(
                people.person(),
                people.officer(),
                people.registrar(),
                people.system("cases:read", "cases:open", "cases:register"),
                people.system("events:reader"))) {
            http.get("/events").as(other).send().expectProblem(403, "forbidden");
        }
        http.get("/events").send().expect(401);
    }

    @Requirement({"EVT-002", "EVT-003", "EVT-004"})
    @Test
    void evt002_eachEventIsThinAndTheCases(Http http, People people, Cases cases, Target target) {
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        Handled handled = cases.notified();
        Submitted automatic = cases.submitted(people.person(), Services.INFORMATION);
        Timeline last = Timeline.of(automatic.live(), automatic.applicant());
        List<Part> events = feed.through(last.head());
        expectMirrors(events, Timeline.of(handled.live(), handled.officer()), handled.live(), target);
        expectMirrors(events, last, automatic.live(), target);
        List<Part> own = Feed.of(events, handled.live().id());
        own.forEach(e -> e.at("/data/service").is(Services.PLAIN.id()));
        own.get(0).at("/data/status").isOneOf("submitted", "registered");
        own.get(own.size() - 1).at("/data/status").is("decided");
    }

    private static void expectMirrors(List<Part> events, Timeline timeline, LiveCase live, Target target) {
        List<Part> own = Feed.of(events, live.id());
        if (own.size() != timeline.events().size()) {
            throw ConformanceFailure.of(
                    timeline.events().size() + " events of the case in the feed, each once", own.size() + "");
        }
        for (int i = 0; i < own.size(); i++) {
            Part thin = own.get(i);
            Part whole = timeline.events().get(i);
            thin.at("/specversion").is("1.0");
            thin.at("/id").is(whole.at("/id").node());
            thin.at("/source").is(target.audience());
            thin.at("/type").is("se.ryggrad.case." + timeline.types().get(i) + ".v1");
            thin.at("/time").is(whole.at("/content/recordedAt").node());
            thin.at("/datacontenttype").is("application/json");
            thin.at("/traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
            thin.at("/data/sequence").is(i + 1);
            thin.at("/data/head").is(whole.at("/hash").node());
            thin.at("/data/authority").is("conformance-a");
        }
    }

    @Requirement("EVT-003")
    @Test
    void evt003_holdsNothingElse(Http http, People people, Cases cases, Nonces nonces, Target target) {
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        String word = nonces.word();
        Person person = people.person();
        LiveCase live = cases.create(person, Bodies.newCase(Services.PLAIN, "Ämne " + word));
        live.perform(person, Bodies.message("Hej " + word));
        List<String> secrets =
                List.of(word, person.number().digits(), person.number().tenDigits(), person.name());
        String head = live.text(person, "/chain/hash");
        List<Part> items;
        do {
            Answer answer = feed.answer();
            expectThin(answer, secrets);
            items = answer.at("/items").items();
        } while (!items.isEmpty() && items.stream().noneMatch(event -> Feed.isAt(event, head)));
    }

    private static void expectThin(Answer answer, List<String> secrets) {
        Schemas.expect(answer, "feed");
        String text = answer.body().text();
        if (secrets.stream().anyMatch(text::contains)) {
            answer.fail("no personal data in the feed", "text of the case or its people", "/items");
        }
        for (Part event : answer.at("/items").items()) {
            event.at("/data").satisfies("sequence, head, authority, service and status alone", FeedCheck::isThin);
        }
    }

    private static boolean isThin(JsonNode data) {
        Set<String> names = new TreeSet<>(data.propertyNames());
        names.remove("service");
        return names.equals(Set.of("sequence", "head", "authority", "status"));
    }

    @Requirement("EVT-003")
    @Test
    void evt003_namesNoServiceUnderSecrecy(Http http, People people, Cases cases, Target target) {
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        Person person = people.person();
        LiveCase secret = cases.submitted(person, Services.SECRET).live();
        secret.perform(person, Bodies.message("Hej."));
        LiveCase plain = cases.plain(person).live();
        plain.perform(person, Bodies.message("Hej."));
        List<Part> events = feed.through(plain.text(person, "/chain/hash"));
        Feed.of(events, secret.id()).forEach(event -> event.at("/data/service").isMissing());
        Feed.of(events, plain.id()).forEach(event -> event.at("/data/service").is(Services.PLAIN.id()));
    }

    @Requirement("EVT-005")
    @Test
    void evt005_goesOnWhereItEnded(Http http, People people, Cases cases, Target target) {
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        Feed stepping = feed.copy();
        for (int i = 0; i < 3; i++) {
            cases.plain();
        }
        List<String> inOne = Pages.ids(feed.some(STEPS)).stream().limit(STEPS).toList();
        List<String> inSteps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            inSteps.addAll(Pages.ids(stepping.next(1)));
        }
        if (!inSteps.equals(inOne)) {
            throw ConformanceFailure.of("step by step the events " + inOne, inSteps.toString());
        }
        Answer end = feed.peek(10).expect(200);
        end.at("/next").matches(".+");
        end.at("/limit").is(10);
    }

    @Requirement("EVT-005")
    @Test
    void evt005_refusesAnUnknownPosition(Http http, People people, Nonces nonces, Target target) {
        SystemClient system = people.system("events:read");
        String good = new Feed(http, system, target).toEnd().position();
        http.get("/events").as(system).query("after", good).send().expect(200);
        for (String bad : List.of(
                nonces.word(), "", "-1", "%", good + "x", UUID.randomUUID().toString())) {
            http.get("/events")
                    .as(system)
                    .query("after", bad)
                    .send()
                    .hint("after is one of the server's own next values; this is none: " + bad)
                    .expectProblem(400, "malformed");
        }
    }

    @Requirement("EVT-006")
    @Test
    void evt006_hasALimitOfItsOwn(Http http, People people, Target target) {
        SystemClient system = people.system("events:read");
        long most = target.limit("feedLimit", 0);
        http.get("/events").as(system).send().expect(200).at("/limit").is(100);
        http.get("/events")
                .as(system)
                .query("limit", most)
                .send()
                .expect(200)
                .at("/limit")
                .is(most);
        http.get("/events")
                .as(system)
                .query("limit", 1)
                .send()
                .expect(200)
                .at("/items")
                .satisfies("one event at the most", items -> items.size() <= 1);
        for (Object bad : List.of(0, -1, most + 1, "ten", "1.5")) {
            http.get("/events").as(system).query("limit", bad).send().expectProblem(400, "malformed");
        }
    }

    @Requirement("EVT-002")
    @Test
    void evt002_namesTheTraceOfTheRequest(Http http, People people, Cases cases, Target target) {
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        Submitted submitted = cases.plain();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer acted = submitted
                .live()
                .acting(submitted.applicant(), Bodies.message("Spår."))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .send()
                .expect(200);
        String head = acted.at("/chain/hash").text();
        List<Part> own = Feed.of(feed.through(head), submitted.live().id());
        own.get(own.size() - 1).at("/traceparent").matches("00-" + trace + "-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Requirement("EVT-005")
    @Test
    void evt005_isEmptyOnlyAtTheEnd(Http http, People people, Cases cases, Target target) {
        Feed feed = new Feed(http, people.systemOfB("events:read"), target).toEnd();
        for (int i = 0; i < 3; i++) {
            cases.plain();
        }
        Submitted ofB = cases.submitted(people.person(), Services.B);
        List<Part> own = Feed.of(feed.rest(1), ofB.live().id());
        if (own.isEmpty()) {
            throw ConformanceFailure.of(
                    "the events of a reached authority after those that are not, before an empty answer", "none");
        }
    }

    @Requirement("HAND-026")
    @Test
    void hand026_leavesNothingInTheFeed(Http http, People people, Cases cases, Target target) {
        Handled handled = cases.assigned();
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        handled.live()
                .acting(handled.officer(), Bodies.action("memo").put("text", "Utkast"))
                .send()
                .expect(201);
        handled.live().perform(handled.applicant(), Bodies.message("Hej."));
        String head = handled.live().text(handled.applicant(), "/chain/hash");
        List<String> own = Feed.of(feed.through(head), handled.live().id()).stream()
                .map(event -> event.at("/type").text())
                .toList();
        if (!own.equals(List.of("se.ryggrad.case.message-added.v1"))) {
            throw ConformanceFailure.of("after the memo the event of a message alone", own.toString());
        }
    }
}
