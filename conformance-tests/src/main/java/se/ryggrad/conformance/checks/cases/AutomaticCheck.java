package se.ryggrad.conformance.checks.cases;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks decisions that rules make. */
@ConformanceCheck
class AutomaticCheck {

    @Requirement("CASE-016")
    @Test
    void case016_aRuleDecidesInTheSameAnswer(Cases cases, People people) {
        expectDecided(cases, people, "0", 1);
        expectDecided(cases, people, "100", 1);
        expectDecided(cases, people, "1000", 2);
    }

    private static void expectDecided(Cases cases, People people, String amount, int number) {
        JsonNode definition = Contract.service(Services.AUTOMATIC);
        JsonNode rule = definition.at("/decision/rules").path(number - 1);
        Person person = people.person();
        LiveCase live = cases.create(person, automatic(amount));
        Answer created = live.created();
        created.at("/status").is("decided");
        Part decision = created.at("/decisions").hasSize(1).at("/0");
        decision.at("/kind").is("final");
        decision.at("/outcome").is(rule.path("outcome"));
        decision.at("/text").is(rule.path("text"));
        decision.at("/reasons").satisfies("the reasons of the rule", n -> Contract.same(n, rule.path("reasons")));
        decision.at("/authorityBasis/kind").is("automated");
        decision.at("/authorityBasis/rule")
                .is(definition.path("id").asString() + "/"
                        + definition.path("version").asString() + "/" + number);
        decision.at("/decidedOn").is(Bodies.today().toString());
        decision.at("/notifications/0/party").is(created.at("/parties/0/id").node());
        Timeline timeline = Timeline.of(live, person).expectSound();
        timeline.expectTypes("submitted", "registered", "decided", "decision-notified");
        timeline.last("decided").at("/content/actor/kind").is("automatic");
        timeline.last("submitted").at("/content/actor/kind").is("person");
    }

    @Requirement("CASE-016")
    @Test
    void case016_aDeficiencyKeepsRulesFromDeciding(Cases cases, People people) {
        Officer registrar = people.registrar();
        ObjectNode body = Bodies.newCase(Services.AUTOMATIC, Json.object("amount", 50, "subject", ""))
                .put("channel", "paper");
        body.set("parties", Json.array(Papers.party("applicant", people.person())));
        Answer created = cases.send(registrar, body).expect(201);
        created.at("/deficiencies").hasSize(1).at("/0/pointer").is("/form/subject");
        created.hint("A rule decides only where there is no deficiency.")
                .at("/status")
                .is("registered");
        created.at("/decisions").hasSize(0);
    }

    @Requirement("CASE-017")
    @Test
    void case017_withoutARuleThatMatchesItStaysRegistered(Cases cases, People people) {
        for (String amount : List.of("100.01", "101", "500", "999.99")) {
            LiveCase live = cases.create(people.person(), automatic(amount));
            live.created().at("/status").is("registered");
            live.created().at("/decisions").hasSize(0);
            live.created().at("/version").is(2);
        }
    }

    private static JsonNode automatic(String amount) {
        return Bodies.newCase(Services.AUTOMATIC, Json.object("amount", Json.read(amount)));
    }
}
