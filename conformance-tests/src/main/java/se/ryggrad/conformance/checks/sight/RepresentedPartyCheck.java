package se.ryggrad.conformance.checks.sight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that officers keep out of the cases of those whom they may represent, by what the registry says. */
@ConformanceCheck
class RepresentedPartyCheck {

    private static final String PARTIAL =
            "The registry says that whoever has this officer's number may represent a party.";

    @Requirement("ID-075")
    @Test
    void id075_neitherReadNorActNorFind(Http http, People people, Cases cases) {
        Handled handled = cases.assigned();
        LiveCase live = handled.live();
        Person number = people.person();
        String since = live.text(handled.officer(), "/updatedAt");
        JsonNode wanted = Searches.of(handled.applicant());
        people.represents(number, Representation.of(people.registered(handled.applicant())));
        for (Officer officer :
                List.of(people.officer(), people.registrar(), people.archivist(), people.contactCentre())) {
            Officer partial = officer.who(number);
            live.read(partial).hint(PARTIAL).expectProblem(404, "not-found");
            live.acting(partial, Bodies.message("Hej.")).send().hint(PARTIAL).expectProblem(403, "forbidden");
            Searches.expectFound(partial, wanted, PARTIAL, http);
        }
        Officer officer = people.officer();
        live.acting(officer.who(number), Bodies.action("assign"))
                .ifMatch(live.tag(officer))
                .send()
                .hint(PARTIAL)
                .expectProblem(403, "forbidden");
        expectListed(http, officer.who(number), since, live, false);
        live.events(officer.who(number)).hint(PARTIAL).expectProblem(404, "not-found");
        Officer impartial = officer.who(people.person());
        live.read(impartial).expect(200);
        expectListed(http, impartial, since, live, true);
        live.act(impartial, Bodies.action("assign")).expect(200);
        Searches.expectFound(impartial, wanted, "This officer represents nobody.", http, live);
    }

    private static void expectListed(Http http, Officer officer, String since, LiveCase live, boolean listed) {
        Answer answer = http.get("/cases")
                .as(officer)
                .query("limit", 100)
                .query("updatedSince", since)
                .send()
                .hint(listed ? "This officer represents nobody." : PARTIAL)
                .expect(200);
        if (Pages.find(answer.at("/items").items(), live.id()).isPresent() != listed) {
            answer.fail((listed ? "" : "not ") + "the case " + live.id(), listed ? "not" : "it", "/items");
        }
    }

    @Requirement("ID-075")
    @Test
    void id075_beginNoCase(People people, Cases cases) {
        Person party = people.person();
        Person number = people.person();
        Represented company = people.organisation();
        people.represents(
                number,
                Representation.of("guardian", people.registered(party)),
                Representation.of("signatory", company));
        Officer registrar = people.registrar().who(number);
        Officer officer = people.officer().who(number);
        ObjectNode organisation = Papers.party("applicant", party)
                .set("identity", Json.object("scheme", company.scheme(), "value", company.value()));
        for (ObjectNode entry : List.of(Papers.party("subject", party), organisation)) {
            cases.send(registrar, Papers.of(entry)).hint(PARTIAL).expectProblem(403, "forbidden");
            JsonNode opening = Bodies.newCase(Services.AUTHORITY, "Tillsyn")
                    .put("initiatedBy", "authority")
                    .set("parties", Json.array(entry));
            cases.send(officer, opening).hint(PARTIAL).expectProblem(403, "forbidden");
        }
        cases.send(registrar, Papers.of(people.person())).expect(201);
    }

    @Requirement("ID-075")
    @Test
    void id075_holdsWhateverTheRepresentationGives(People people, Cases cases) {
        Person child = people.person();
        Represented company = people.organisation();
        ObjectNode organisation = Papers.party("applicant", child)
                .set("identity", Json.object("scheme", company.scheme(), "value", company.value()));
        LiveCase live = cases.create(people.registrar(), Papers.of(Papers.party("subject", child), organisation));
        Person number = people.person();
        Officer officer = people.officer().who(number);
        Representation guardian = Representation.of("guardian", people.registered(child));
        Map<String, Representation> entries = new LinkedHashMap<>();
        entries.put("a guardian of one party", guardian);
        entries.put(
                "somebody who may only read",
                Representation.of(people.registered(child)).rights("read"));
        entries.put("a joint signatory", Representation.of("signatory", company).with("jointly", true));
        entries.put(
                "somebody who may in another service",
                Representation.of(company).with("services", List.of("x")));
        entries.forEach((what, entry) -> {
            people.represents(number, entry);
            live.read(officer).hint("The officer is " + what + ".").expectProblem(404, "not-found");
        });
        String yesterday = Bodies.today().minusDays(1).toString();
        String tomorrow = Bodies.today().plusDays(1).toString();
        for (Representation entry : List.of(
                guardian.with("until", yesterday),
                guardian.with("from", tomorrow),
                Representation.of("guardian", people.registered(people.person())))) {
            people.represents(number, entry);
            live.read(officer)
                    .hint("The registry says of no party that the officer may represent it today.")
                    .expect(200);
        }
    }

    @Requirement("ID-075")
    @Test
    void id075_endsWithTheRepresentationAndThePartyAndInSilence(People people, Cases cases) {
        Person applicant = people.person();
        Person other = people.person();
        JsonNode body =
                Bodies.newCase(Services.PLAIN, "Två").set("parties", Json.array(Papers.party("co-applicant", other)));
        LiveCase live = cases.create(applicant, body);
        Officer handler = people.officer();
        live.perform(handler, Bodies.action("assign"));
        Person number = people.person();
        Officer officer = people.officer().who(number);
        people.represents(number, Representation.of(people.registered(other)));
        live.read(officer).hint(PARTIAL).expectProblem(404, "not-found");
        people.represents(number);
        live.read(officer).hint("The registry names nobody any more.").expect(200);
        people.represents(number, Representation.of(people.registered(other)));
        people.registry().does(number.number().digits(), Conduct.FAILS);
        live.read(officer).hint("The registry does not answer.").expect(200);
        people.registry().does(applicant.number().digits(), Conduct.FAILS);
        live.read(people.officer().who(applicant))
                .hint("The registry does not answer, but the officer's own number is that of a party.")
                .expectProblem(404, "not-found");
        people.registry().does(number.number().digits(), Conduct.ANSWERS);
        live.read(officer).hint(PARTIAL).expectProblem(404, "not-found");
        live.perform(handler, Bodies.endParty(live.text(handler, "/parties/1/id")));
        live.read(officer)
                .hint("The party whom the officer may represent has ended.")
                .expect(200);
    }
}
