package se.ryggrad.conformance.checks.handling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what holds for every action. */
@ConformanceCheck
class ActionCheck {

    @Requirement("HAND-005")
    @Test
    void hand005_givesTheCaseAsTheActorSeesIt(Cases cases, People people) {
        Handled handled = cases.waiting();
        JsonNode takeBack = Bodies.action("close-request").put("request", handled.request());
        Map<TestActor, JsonNode> acts = new LinkedHashMap<>();
        acts.put(handled.applicant(), Bodies.message("Hej."));
        acts.put(people.officer(), Bodies.message("Hej."));
        acts.put(handled.officer(), takeBack);
        for (Map.Entry<TestActor, JsonNode> act : acts.entrySet()) {
            TestActor actor = act.getKey();
            Answer acted = handled.live().act(actor, act.getValue()).expect(200);
            Schemas.expect(acted, "case-view");
            acted.expectNoHeader("Location");
            Answer read = handled.live().read(actor).expect(200);
            read.at("").satisfies("the case as the action gave it", n -> Contract.same(n, acted.json()));
            read.expectHeader("ETag", "\\Q" + acted.expectHeader("ETag") + "\\E");
        }
    }

    @Requirement("HAND-006")
    @Test
    void hand006_namesAMissingOrUnknownAction(Cases cases) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        live.acting(submitted.applicant(), Json.object("text", "Hej."))
                .send()
                .expectProblem(422, "validation")
                .expectErrors("/action required");
        for (String unknown : List.of("dance", "Message", "", "register ", "decide-automatic", "submit")) {
            live.acting(submitted.applicant(), Bodies.action(unknown))
                    .send()
                    .expectProblem(422, "validation")
                    .expectErrors("/action unknown-value");
        }
        for (JsonNode wrong : List.of(Json.value(5), Json.array("message"), Json.read("null"))) {
            live.acting(submitted.applicant(), Json.object("action", wrong))
                    .send()
                    .expectProblem(422, "validation")
                    .at("/errors/0/pointer")
                    .is("/action");
        }
        live.read(submitted.applicant()).expect(200).at("/version").is(2);
    }

    @Requirement("HAND-007")
    @Test
    void hand007_oneOfTwoWins(Cases cases, People people) {
        Handled handled = cases.assigned();
        for (int round = 0; round < 4; round++) {
            List<Callable<Answer>> tasks = new ArrayList<>();
            for (Officer officer : List.of(handled.officer(), people.officer())) {
                JsonNode note = Bodies.action("record-note")
                        .put("text", officer.login().bearer().hashCode() + " " + round);
                String tag = handled.live().tag(officer);
                tasks.add(
                        () -> handled.live().acting(officer, note).ifMatch(tag).send());
            }
            List<Integer> statuses =
                    Together.all(tasks).stream().map(Answer::status).sorted().toList();
            if (!statuses.equals(List.of(200, 412))) {
                throw ConformanceFailure.of("200 for one and 412 for the other", statuses.toString());
            }
        }
        handled.live().read(handled.officer()).expect(200).at("/version").is(7);
        Timeline.of(handled.live(), handled.officer()).expectSound();
    }

    @Requirement("HAND-007")
    @Test
    void hand007_nothingIsLostWhenAllSpeakAtOnce(Cases cases) {
        Handled handled = cases.assigned();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            JsonNode message = Bodies.message("Röst " + i);
            TestActor actor = i % 2 == 0 ? handled.applicant() : handled.officer();
            tasks.add(() ->
                    handled.live().acting(actor, message).send().expect(200).status());
        }
        Together.all(tasks);
        Timeline timeline = Timeline.of(handled.live(), handled.officer()).expectSound();
        List<String> voices = timeline.events().stream()
                .map(e -> e.node().at("/content/data/text").asString(""))
                .filter(text -> text.startsWith("Röst"))
                .sorted()
                .toList();
        if (voices.size() != 8 || Set.copyOf(voices).size() != 8) {
            throw ConformanceFailure.of("eight messages, each once", voices.toString());
        }
        handled.live().read(handled.officer()).expect(200).at("/version").is(11);
    }

    @Requirement("HAND-003")
    @Test
    void hand003_anOfficerDoesNotHandleTheirOwnCase(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        Officer officer = people.officer();
        String both = officer.token()
                .claim(People.PERSONNUMMER, submitted.applicant().number().digits())
                .compact();
        http.post(submitted.live().path() + "/actions")
                .bearer(both)
                .key()
                .ifMatch(submitted.live().tag(officer))
                .json(Bodies.action("assign"))
                .send()
                .hint("An officer who is a party of the case is biased.")
                .expectProblem(403, "forbidden");
        submitted.live().act(officer, Bodies.action("assign")).expect(200);
    }

    @Requirement({"HAND-002", "HAND-003"})
    @Test
    void hand003_aPartyDoesWhatTheirRightsSay(Cases cases, People people) {
        Person subject = people.person();
        ObjectNode body = Papers.of(people.person());
        ObjectNode party = Json.object("role", "subject", "name", subject.name());
        party.set(
                "identity",
                Json.object("scheme", "personnummer", "value", subject.number().digits()));
        ((ArrayNode) body.path("parties")).add(party);
        LiveCase live = cases.create(people.registrar(), body);
        live.read(subject).expect(200).at("/allowedActions").is(Json.array("message"));
        live.act(subject, Bodies.supplement("Mer.")).expectProblem(403, "forbidden");
        live.act(subject, Bodies.action("withdraw")).expectProblem(403, "forbidden");
        live.act(subject, Bodies.message("Hej.")).expect(200);
    }
}
