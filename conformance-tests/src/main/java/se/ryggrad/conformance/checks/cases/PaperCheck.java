package se.ryggrad.conformance.checks.cases;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks cases that come another way than through the e-service. */
@ConformanceCheck
class PaperCheck {

    @Requirement("CASE-041")
    @Test
    void case041_aRegistrarEntersWhatCameOnPaper(Cases cases, People people) {
        for (String channel : List.of("paper", "phone", "visit")) {
            Person person = people.person();
            String day = Bodies.today().minusDays(200).toString();
            JsonNode body = Papers.of(Papers.party("applicant", person))
                    .put("channel", channel)
                    .put("receivedOn", day);
            LiveCase live = cases.create(people.registrar(), body);
            Answer created = live.created();
            Schemas.expect(created, "case-view");
            created.at("/channel").is(channel);
            created.at("/receivedOn").is(day);
            created.at("/initiatedBy").is("party");
            created.at("/parties").hasSize(1).at("/0/name").is(person.name());
            created.at("/parties/0/self").is(false);
            created.at("/deficiencies").hasSize(0);
            Part event = Timeline.of(live, person).expectSound().last("submitted");
            event.at("/content/actor/kind").is("officer");
            event.at("/content/occurredOn").is(day);
        }
    }

    @Requirement("CASE-041")
    @Test
    void case041_isForRegistrarsOfTheAuthority(Cases cases, People people) {
        JsonNode body = Papers.of(Papers.party("applicant", people.person()));
        for (TestActor other : List.of(people.officer(), people.registrar(Office.B), people.system("cases:read"))) {
            cases.send(other, body).expectProblem(403, "forbidden");
        }
        cases.send(people.registrar(), body).expect(201);
    }

    @Requirement("CASE-042")
    @Test
    void case042_gapsAreDeficiencies(Cases cases, People people) {
        ObjectNode body = Papers.of(Papers.party("applicant", people.person()));
        body.set("form", Json.object("subject", ""));
        Answer created = cases.send(people.registrar(), body).expect(201);
        Schemas.expect(created, "case-view");
        created.at("/deficiencies").hasSize(2);
        expectDeficiency(created, "/form/reference", "required");
        expectDeficiency(created, "/form/subject", "min-length");
        created.at("/form").is(Json.object("subject", ""));
    }

    private static void expectDeficiency(Answer answer, String pointer, String code) {
        answer.at("/deficiencies")
                .satisfies(
                        "a deficiency " + code + " at " + pointer,
                        list -> list.values().stream()
                                .anyMatch(d -> pointer.equals(d.path("pointer").asString(""))
                                        && code.equals(d.path("code").asString(""))));
    }

    @Requirement("CASE-042")
    @Test
    void case042_aMissingAttachmentIsADeficiency(Cases cases, People people) {
        Answer created = cases.send(people.registrar().at(Assurance.LOA4), withoutProof(people.person()))
                .hint("conformance-high requires the attachment proof; what came on paper may lack it.")
                .expect(201);
        Schemas.expect(created, "case-view");
        created.at("/deficiencies").hasSize(1);
        expectDeficiency(created, "/documents", "attachment-missing");
    }

    @Requirement("HAND-022")
    @Test
    void hand022_aDocumentFillsTheGap(Cases cases, People people, Uploads uploads) {
        Person person = people.person().at(Assurance.LOA4);
        LiveCase live = cases.create(people.registrar().at(Assurance.LOA4), withoutProof(person));
        JsonNode other = Json.array(Uploads.entry(uploads.pdf(person), "note", "annat.pdf"));
        live.act(person, Bodies.supplement("Något annat.").set("documents", other))
                .expect(200)
                .at("/deficiencies")
                .hasSize(1);
        JsonNode proof = Json.array(Uploads.entry(uploads.pdf(person), "proof", "intyg.pdf"));
        live.act(person, Bodies.supplement("Intyget.").set("documents", proof))
                .hint("The attachment that was missing has come.")
                .expect(200)
                .at("/deficiencies")
                .hasSize(0);
    }

    private static JsonNode withoutProof(Person applicant) {
        return Bodies.newCase(Services.HIGH, "Från papper")
                .put("channel", "paper")
                .set("parties", Json.array(Papers.party("applicant", applicant)));
    }

    @Requirement("CASE-042")
    @Test
    void case042_aPersonsGapsAreFaults(Cases cases, People people) {
        JsonNode body = Bodies.newCase(Services.PAPER, Json.object("subject", ""));
        cases.send(people.person(), body)
                .expectProblem(422, "validation")
                .expectErrors("/form/reference required", "/form/subject min-length");
    }

    @Requirement("CASE-043")
    @Test
    void case043_nothingIsReceivedTomorrow(Cases cases, People people) {
        ObjectNode body = Papers.of(Papers.party("applicant", people.person()));
        body.put("receivedOn", Bodies.today().plusDays(1).toString());
        cases.send(people.registrar(), body)
                .expectProblem(422, "validation")
                .expectErrors("/receivedOn date-in-future");
        body.put("receivedOn", Bodies.today().toString());
        cases.send(people.registrar(), body)
                .expect(201)
                .at("/receivedOn")
                .is(Bodies.today().toString());
    }

    @Requirement("CASE-043")
    @Test
    void case043_aPersonStatesNeitherChannelNorDay(Cases cases, People people) {
        Person person = people.person();
        ObjectNode channel = Bodies.newCase(Services.PLAIN, "Ämne").put("channel", "paper");
        cases.send(person, channel).expectProblem(422, "validation").expectErrors("/channel unknown-member");
        ObjectNode both = channel.deepCopy()
                .put("receivedOn", Bodies.today().minusDays(300).toString());
        cases.send(person, both)
                .expectProblem(422, "validation")
                .expectErrors("/channel unknown-member", "/receivedOn unknown-member");
    }

    @Requirement("CASE-081")
    @Test
    void case081_refusesIdentityNumbersThatAreNone(Cases cases, People people) {
        Officer registrar = people.registrar();
        Person person = people.person();
        String coordinated = people.coordinated().number().digits();
        String organisation = people.organisationNumber();
        String wrong = organisation.substring(0, 9) + (organisation.charAt(9) - '0' + 1) % 10;
        for (JsonNode bad : List.of(
                identity("personnummer", person.number().miscalculated()),
                identity("personnummer", person.number().tenDigits()),
                identity("personnummer", coordinated),
                identity("samordningsnummer", person.number().digits()),
                identity("organisationsnummer", wrong),
                identity("organisationsnummer", person.number().digits()))) {
            ObjectNode party = Papers.party("applicant", person).set("identity", bad);
            cases.send(registrar, Papers.of(party))
                    .expectProblem(422, "validation")
                    .expectErrors("/parties/0/identity/value format");
        }
        for (JsonNode good : List.of(
                identity("personnummer", person.number().digits()),
                identity("samordningsnummer", coordinated),
                identity("organisationsnummer", organisation))) {
            ObjectNode party = Papers.party("applicant", person).set("identity", good);
            cases.send(registrar, Papers.of(party)).expect(201);
        }
    }

    private static JsonNode identity(String scheme, String value) {
        return Json.object("scheme", scheme, "value", value);
    }
}
