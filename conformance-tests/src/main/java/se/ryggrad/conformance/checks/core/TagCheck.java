package se.ryggrad.conformance.checks.core;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Table;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that nobody overwrites what somebody else has changed. */
@ConformanceCheck
class TagCheck {

    private static final String STRONG = "\"[\\x21\\x23-\\x7e]+\"";

    @Requirement("CORE-035")
    @Test
    void core035_tagsACaseStronglyAndAnewWithEachVersion(Cases cases) {
        Submitted submitted = cases.plain();
        submitted.live().created().expectHeader("ETag", STRONG);
        Answer before = submitted.live().read(submitted.applicant()).expect(200).expectHeader("ETag", STRONG);
        Answer action = submitted.live().act(submitted.applicant(), Bodies.supplement("mer"));
        action.expect(200).expectHeader("ETag", STRONG);
        Answer after = submitted.live().read(submitted.applicant()).expect(200);
        if (after.expectHeader("ETag").equals(before.expectHeader("ETag"))) {
            after.fail("another ETag after a change", after.expectHeader("ETag"), null);
        }
        after.at("/version").is(before.at("/version").number() + 1);
    }

    @Requirement("CORE-036")
    @Test
    void core036_asksForTheVersionThatAChangeStartsFrom(Cases cases) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Person person = submitted.applicant();
        ObjectNode body = Bodies.supplement("mer");
        live.acting(person, body).send().expectProblem(428, "precondition-required");
        live.acting(person, body).ifMatch("*").send().expectProblem(428, "precondition-required");
        live.acting(person, body).ifMatch(live.tag(person)).send().expect(200);
        live.acting(person, Bodies.message("hej")).send().expect(200);
    }

    @Requirement("CORE-037")
    @Test
    void core037_refusesAnOlderVersionAndAWeakTag(Cases cases) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Person person = submitted.applicant();
        String old = live.tag(person);
        live.perform(person, Bodies.supplement("först"));
        long version = live.read(person).expect(200).at("/version").number();
        ObjectNode body = Bodies.supplement("sedan");
        live.acting(person, body).ifMatch(old).send().expectProblem(412, "stale-version");
        live.acting(person, body).ifMatch("W/" + live.tag(person)).send().expectProblem(412, "stale-version");
        live.read(person).expect(200).at("/version").is(version);
        live.acting(person, body).ifMatch(live.tag(person)).send().expect(200);
    }

    @Requirement("CORE-038")
    @Test
    void core038_acceptsEveryTagGivenForTheCurrentVersion(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Person person = submitted.applicant();
        String fromCreation = live.created().expectHeader("ETag");
        Answer english = http.get(live.path()).as(person).language("en").send().expect(200);
        Answer swedish = http.get(live.path()).as(person).language("sv").send().expect(200);
        Answer acted = live.acting(person, Bodies.supplement("1"))
                .ifMatch(fromCreation)
                .send()
                .expect(200);
        live.acting(person, Bodies.supplement("2"))
                .ifMatch(acted.expectHeader("ETag"))
                .send()
                .expect(200);
        for (Answer old : List.of(english, swedish)) {
            live.acting(person, Bodies.supplement("3"))
                    .ifMatch(old.expectHeader("ETag"))
                    .send()
                    .expect(412);
        }
        Answer read = http.get(live.path()).as(person).language("en").send().expect(200);
        live.acting(person, Bodies.supplement("4"))
                .language("sv")
                .ifMatch(read.expectHeader("ETag"))
                .send()
                .expect(200);
    }

    @Requirement("CORE-039")
    @Test
    void core039_saysThatNothingHasChangedToThoseWhoMaySee(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        String path = submitted.live().path();
        String tag = submitted.live().tag(submitted.applicant());
        Answer same = ask(http, path, submitted.applicant(), tag).expect(304);
        if (same.body().size() > 0) {
            same.fail("no body", same.body().toString(), null);
        }
        ask(http, path, submitted.applicant(), "\"0-x\", " + tag).expect(304);
        ask(http, path, submitted.applicant(), "W/" + tag)
                .hint("If-None-Match compares weakly (RFC 9110 section 13.1.2).")
                .expect(304);
        ask(http, path, submitted.applicant(), "\"0-x\"").expect(200);
        ask(http, path, people.person(), tag).expectProblem(404, "not-found");
        ask(http, path, submitted.applicant().at(Assurance.LOA2), tag).expect(403);
        submitted.live().perform(submitted.applicant(), Bodies.supplement("mer"));
        ask(http, path, submitted.applicant(), tag).expect(200);
    }

    private static Answer ask(Http http, String path, Person reader, String tag) {
        return http.get(path).as(reader).header("If-None-Match", tag).send();
    }

    @Requirement("CORE-035")
    @Test
    void core035_differsWithWhatTheAnswerHolds(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        List<Answer> views = List.of("sv", "en").stream()
                .map(language -> http.get(submitted.live().path())
                        .as(submitted.applicant())
                        .language(language)
                        .send()
                        .expect(200))
                .toList();
        String english = views.get(1).expectHeader("ETag", STRONG).expectHeader("ETag");
        if (views.get(0).expectHeader("ETag").equals(english)) {
            views.get(1).fail("a strong ETag of these octets alone, not that of the Swedish answer", english, null);
        }
        http.get(submitted.live().path())
                .as(submitted.applicant())
                .language("sv")
                .header("If-None-Match", english)
                .send()
                .hint("That is the ETag of the answer in English.")
                .expect(200);
    }

    @Requirement("CORE-036")
    @Test
    void core036_asksForTheVersionInEveryOtherAction(Cases cases) {
        Submitted submitted = cases.unregistered();
        for (String action : Table.load().actions()) {
            if (!List.of("message", "memo", "submit", "open-case").contains(action)) {
                submitted
                        .live()
                        .acting(submitted.applicant(), Bodies.action(action))
                        .send()
                        .hint(action + " needs If-Match, whoever sends it and whatever it holds.")
                        .expectProblem(428, "precondition-required");
            }
        }
        submitted.live().act(submitted.applicant(), Bodies.action("withdraw")).expect(200);
    }

    @Requirement("CORE-038")
    @Test
    void core038_looksAtEveryTagOfAList(Cases cases) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String tag = submitted.live().tag(person);
        submitted
                .live()
                .acting(person, Bodies.supplement("mer"))
                .ifMatch("\"0-x\", " + tag)
                .send()
                .expect(200);
    }

    @Requirement("CORE-039")
    @Test
    void core039_knowsTheTagsOfServicesFormsAndDocuments(Http http, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String document = uploads.text(person, "text");
        ObjectNode body = Bodies.supplement("fil");
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        submitted.live().perform(person, body);
        String service = "/services/" + Services.PLAIN.id();
        for (String path : List.of(service, service + "/form", submitted.live().path() + "/documents/" + document)) {
            String tag = http.get(path)
                    .as(person)
                    .send()
                    .expect(200)
                    .expectHeader("ETag", STRONG)
                    .expectHeader("ETag");
            ask(http, path, person, tag).expect(304).expectHeader("ETag", "\\Q" + tag + "\\E");
            ask(http, path, person, "*").expect(304);
            ask(http, path, person, "\"0-x\"").expect(200);
        }
    }
}
