package se.ryggrad.conformance.checks.identity;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks what officers and systems reach. */
@ConformanceCheck
class AccessCheck {

    @Requirement("ID-018")
    @Test
    void id018_givesASystemWhatItsScopesStateAndNothingElse(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        String path = submitted.live().path();
        http.get("/events").as(people.system("events:read")).send().expect(200);
        http.get("/events").as(people.system("cases:read")).send().expectProblem(403, "forbidden");
        http.get(path).as(people.system("cases:read")).send().expect(200);
        http.get(path).as(people.system("events:read")).send().expectProblem(403, "forbidden");
        http.get("/cases").as(people.system()).send().expectProblem(403, "forbidden");
        http.get("/events").as(people.system("events:read-all")).send().expectProblem(403, "forbidden");
        ObjectNode body = Bodies.newCase(Services.AUTHORITY, "x").put("initiatedBy", "authority");
        cases.send(people.system("cases:read"), body).expectProblem(403, "forbidden");
        cases.send(people.system("cases:open"), body).expect(201);
    }

    @Requirement("ID-029")
    @Test
    void id029_showsACaseToOfficersOfItsUnitAndToRegistrars(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        String path = submitted.live().path();
        http.get(path).as(people.officer()).send().expect(200);
        http.get(path).as(people.registrar()).send().expect(200);
        Officer[] others = {
            people.officer(Office.A2),
            people.officer(Office.B),
            people.registrar(Office.B),
            people.officerIn(Office.A.caseOfficers()),
            people.officerIn(Office.A.colleagues()),
            people.officerIn(Office.A.caseOfficers(), Office.A2.colleagues()),
            people.officerIn(Office.B.caseOfficers(), Office.A.colleagues()),
            people.officerIn("case-officer", "unit:" + Office.A.unit()),
            people.officerIn("registrar"),
            people.serviceAdmin(),
            people.officerIn()
        };
        for (Officer other : others) {
            http.get(path).as(other).send().expectProblem(404, "not-found");
            http.get(path + "/events").as(other).send().expectProblem(404, "not-found");
            submitted.live().acting(other, Bodies.message("hej")).send().expectProblem(404, "not-found");
        }
    }

    @Requirement("ID-029")
    @Test
    void id029_listsAndCountsOnlyWhatAnOfficerSees(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        String id = submitted.live().id();
        Call own = http.get("/cases").as(people.officer()).query("limit", 100);
        expectListed(own.query("updatedSince", since(submitted)).send(), id, true);
        Call other = http.get("/cases").as(people.officer(Office.A2)).query("limit", 100);
        expectListed(other.query("updatedSince", since(submitted)).send(), id, false);
        Call none = http.get("/cases").as(people.officerIn()).query("count", "true");
        none.send().expect(200).at("/total").is(0);
    }

    @Requirement("ID-031")
    @Test
    void id031_showsASystemOnlyTheAuthoritiesThatItReaches(Http http, People people, Cases cases, Target target) {
        Submitted ofA = cases.plain();
        Submitted ofB = cases.submitted(people.person(), Services.B);
        SystemClient all = people.system("cases:read", "events:read");
        SystemClient onlyB = people.systemOfB("cases:read", "events:read");
        for (Submitted each : List.of(ofA, ofB)) {
            http.get(each.live().path()).as(all).send().expect(200);
        }
        http.get(ofB.live().path()).as(onlyB).send().expect(200);
        http.get(ofA.live().path()).as(onlyB).send().expectProblem(404, "not-found");
        http.get(ofA.live().path() + "/events").as(onlyB).send().expectProblem(404, "not-found");
        Call list = http.get("/cases").as(onlyB).query("limit", 100);
        Answer listed = list.query("updatedSince", since(ofA)).send();
        expectListed(listed, ofA.live().id(), false);
        expectListed(listed, ofB.live().id(), true);
        expectFeed(new Feed(http, onlyB, target), ofA.live().id(), ofB.live().id());
    }

    private static void expectFeed(Feed feed, String hidden, String shown) {
        boolean seen = false;
        for (Part event : feed.rest()) {
            event.at("/subject").isNot(hidden);
            seen |= event.at("/subject").text().equals(shown);
        }
        if (!seen) {
            throw ConformanceFailure.of("the case of a reached authority in the feed", "no event of it");
        }
    }

    private static void expectListed(Answer answer, String id, boolean listed) {
        boolean there = answer.expect(200).at("/items").items().stream()
                .anyMatch(item -> item.at("/id").text().equals(id));
        if (there != listed) {
            answer.fail(
                    listed ? "the case in the list" : "the case not in the list", listed ? "not" : "there", "/items");
        }
    }

    private static String since(Submitted submitted) {
        return submitted.live().created().at("/updatedAt").text();
    }

    @Requirement("ID-018")
    @Test
    void id018_looksAtTheScopeInEachOperation(Http http, People people, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        String path = submitted.live().path();
        String document = path + "/documents/" + withDocument(submitted, uploads);
        for (String each :
                List.of("/cases", path, path + "/events", path + "/access-log", document, path + "/export")) {
            http.get(each).as(people.system("cases:read")).send().expect(200);
            http.get(each)
                    .as(people.system("cases:open", "cases:register", "events:read", "messages:send"))
                    .send()
                    .expectProblem(403, "forbidden");
        }
        LiveCase waiting = cases.unregistered().live();
        ObjectNode register = Bodies.action("register");
        String tag = waiting.tag(people.system("cases:read"));
        waiting.acting(people.system("cases:read", "cases:open"), register)
                .ifMatch(tag)
                .send()
                .expectProblem(403, "forbidden");
        waiting.act(people.system("cases:read", "cases:register"), register).expect(200);
    }

    @Requirement("ID-029")
    @Test
    void id029_showsNoPartOfACaseToOthers(Http http, People people, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        String path = submitted.live().path();
        String document = path + "/documents/" + withDocument(submitted, uploads);
        for (String each : List.of(document, path + "/export")) {
            http.get(each).as(people.officer()).send().expect(200);
            http.get(each).as(people.registrar()).send().expect(200);
            for (Officer other : List.of(
                    people.officer(Office.A2),
                    people.officer(Office.B),
                    people.registrar(Office.B),
                    people.officerIn(Office.A.colleagues()),
                    people.officerIn())) {
                http.get(each).as(other).send().expectProblem(404, "not-found");
            }
        }
    }

    @Requirement("ID-031")
    @Test
    void id031_givesASystemNoPartOfTheOthers(Http http, People people, Cases cases, Uploads uploads) {
        Submitted ofA = cases.unregistered();
        String path = ofA.live().path();
        SystemClient onlyB = people.systemOfB("cases:read", "cases:register");
        SystemClient all = people.system("cases:read", "cases:register");
        http.get(path + "/export").as(all).send().expect(200);
        http.get(path + "/export").as(onlyB).send().expectProblem(404, "not-found");
        ObjectNode register = Bodies.action("register");
        String tag = ofA.live().tag(all);
        ofA.live().acting(onlyB, register).ifMatch(tag).send().expectProblem(404, "not-found");
        ofA.live().acting(all, register).ifMatch(tag).send().expect(200);
        String document = withDocument(cases.plain(ofA.applicant()), uploads);
        http.get(path + "/documents/" + document).as(onlyB).send().expectProblem(404, "not-found");
    }

    private static String withDocument(Submitted submitted, Uploads uploads) {
        String document = uploads.text(submitted.applicant(), "text");
        ObjectNode body = Bodies.supplement("fil");
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        submitted.live().perform(submitted.applicant(), body);
        return document;
    }
}
