package se.ryggrad.conformance.checks.identity;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks who a token stands for. */
@ConformanceCheck
class ActorCheck {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Requirement("ID-014")
    @Test
    void id014_bindsAnIssuerToItsKindsOfActor(Http http, People people, Target target) {
        Slot slot = people.issuers();
        TokenBuilder person = people.person().token();
        TokenBuilder officer = people.officer().token();
        TokenBuilder system = people.system("events:read").token();
        expectKind(http, person, "person");
        expectKind(http, officer, "officer");
        http.get("/events").bearer(system.copy().compact()).send().expect(200);
        refuse(http, target, slot.person(), "officer", officer);
        refuse(http, target, slot.system(), "officer", officer);
        refuse(http, target, slot.officer(), "person", person);
        refuse(http, target, slot.system(), "person", person);
        refuse(http, target, slot.person(), "system", system);
        refuse(http, target, slot.officer(), "system", system);
    }

    @Requirement("ID-015")
    @Test
    void id015_takesExactlyOneValidNumberForAPerson(Http http, People people) {
        Person person = people.person();
        expectKind(http, person.token(), "person");
        expectKind(http, people.coordinated().token(), "person");
        String second = people.stranger().digits();
        expectBad(http, person.token().claim(People.SAMORDNINGSNUMMER, second));
        expectBad(http, person.token().claim(People.PRID, "NO:" + second));
        expectBad(http, person.token().without(People.PERSONNUMMER));
        expectBad(
                http, person.token().claim(People.PERSONNUMMER, person.number().miscalculated()));
        expectBad(
                http, person.token().claim(People.PERSONNUMMER, person.number().tenDigits()));
        expectBad(http, person.token().claim(People.PERSONNUMMER, "201302309801"));
        expectBad(
                http,
                person.token()
                        .claim(People.PERSONNUMMER, List.of(person.number().digits(), second)));
    }

    @Requirement("ID-015")
    @Test
    void id015_takesAProvisionalIdFromEidas(Http http, People people) {
        TokenBuilder token = people.token(
                        people.issuers().person(), UUID.randomUUID().toString())
                .claim("acr", "http://id.elegnamnden.se/loa/1.0/eidas-sub")
                .claim("name", "Kari Prøve")
                .claim(People.PRID, "NO:68b329da98" + people.stranger().digits().substring(7));
        expectKind(http, token, "person");
    }

    @Requirement("ID-016")
    @Test
    void id016_makesWhoeverHasAnAffiliationAnOfficerAndNothingElse(Http http, People people, Cases cases) {
        Person person = people.person();
        Submitted submitted = cases.plain(person);
        TokenBuilder both = people.officer()
                .token()
                .claim(People.PERSONNUMMER, person.number().digits());
        expectKind(http, both, "officer");
        String token = both.copy().claim("groups", List.of()).compact();
        http.get(submitted.live().path()).bearer(token).send().expectProblem(404, "not-found");
        http.get("/cases").bearer(token).send().expect(200).at("/items").hasSize(0);
        expectBad(http, person.token().claim(People.AFFILIATION, "x@" + people.organisationNumber()));
    }

    @Requirement("ID-017")
    @Test
    void id017_takesOfficersOfThisOrganisationOnly(Http http, People people) {
        TokenBuilder officer = people.officer().token();
        String own = officer.claimed(People.AFFILIATION);
        expectKind(http, officer, "officer");
        String other = people.organisationNumber().equals("2120002767") ? "2120002759" : "2120002767";
        expectBad(http, officer.copy().claim(People.AFFILIATION, "x@" + other));
        expectBad(http, officer.copy().claim(People.AFFILIATION, List.of(own, "x@" + other)));
        expectBad(http, officer.copy().claim(People.AFFILIATION, List.of(own, "y@" + people.organisationNumber())));
        expectBad(http, officer.copy().claim(People.AFFILIATION, people.organisationNumber()));
    }

    @Requirement("ID-025")
    @Test
    void id025_tellsWhoAsks(Http http, People people) {
        Person person = people.person();
        Answer me = http.get("/me").as(person).send().expect(200);
        me.at("/id").matches(UUID_FORM);
        me.at("/kind").is("person");
        me.at("/acr").is(Assurance.LOA3.uri());
        me.at("/expiresAt").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        me.at("/expiresAt").is(expiry(person));
        Answer again = http.get("/me")
                .bearer(person.token().claim("jti", "2").compact())
                .send()
                .expect(200);
        again.at("/id").is(me.at("/id").text());
        http.get("/me")
                .as(people.person())
                .send()
                .expect(200)
                .at("/id")
                .isNot(me.at("/id").text());
    }

    @Requirement("ID-025")
    @Test
    void id025_tellsAnOfficersGroups(Http http, People people) {
        Officer officer = people.officer();
        Answer me = http.get("/me").as(officer).send().expect(200);
        me.at("/id").matches(UUID_FORM);
        me.at("/kind").is("officer");
        me.at("/organisationNumber").is(people.organisationNumber());
        me.at("/groups").hasSize(2);
        me.at("/groups").contains(Json.object("authority", Office.A.authority(), "group", "case-officer"));
        me.at("/groups").contains(Json.object("authority", Office.A.authority(), "group", "unit:" + Office.A.unit()));
        if (me.body().text().contains(officer.token().claimed(People.AFFILIATION))) {
            me.fail("no affiliation, which may hold an identity number", "the affiliation", "");
        }
        Answer again = http.get("/me")
                .bearer(officer.token().claim("groups", List.of()).compact())
                .send();
        again.expect(200).at("/id").is(me.at("/id").text());
    }

    @Requirement("ID-027")
    @Test
    void id027_answersAlikeForEveryRepresentationThatDoesNotHold(
            Http http, People people, Representatives representatives) {
        Proxy ended = representatives.of(people.person());
        Person person = ended.person();
        Representation holding = Representation.of(people.registered(people.person()));
        http.get("/cases").as(representatives.by(person, holding)).send().expect(200);
        String foreign = representatives.of(people.person()).id();
        String me = http.get("/me").as(person).send().expect(200).at("/id").text();
        JsonNode first = refused(http, person, UUID.randomUUID().toString());
        for (String id : List.of(ended.id(), foreign, me, "x", "00000000-0000-4000-8000-000000000000")) {
            JsonNode other = refused(http, person, id);
            if (!first.equals(other)) {
                throw ConformanceFailure.of("the same problem for every id: " + first, other.toString());
            }
        }
    }

    private static String expiry(Person person) {
        String claims = person.bearer().split("\\.", 3)[1];
        long exp = Json.read(Base64.getUrlDecoder().decode(claims)).path("exp").asLong();
        return Instant.ofEpochSecond(exp).toString().replace("Z", ".000Z");
    }

    private static JsonNode refused(Http http, Person person, String id) {
        Answer answer = http.get("/cases").as(person).onBehalfOf(id).send();
        answer.expectProblem(403, "forbidden");
        ObjectNode body = (ObjectNode) answer.json().deepCopy();
        return body.remove(List.of("instance", "traceId"));
    }

    private static void refuse(Http http, Target target, Issuer issuer, String kind, TokenBuilder token) {
        boolean claimed = target.capabilities().path("issuers").values().stream()
                .filter(i -> i.path("issuer").asString("").equals(issuer.url()))
                .anyMatch(i -> i.path("actors").values().contains(Json.value(kind)));
        if (!claimed) {
            String path = kind.equals("system") ? "/events" : "/me";
            http.get(path).bearer(token.copy().issuer(issuer).compact()).send().expect(401);
        }
    }

    private static void expectKind(Http http, TokenBuilder token, String kind) {
        http.get("/me")
                .bearer(token.copy().compact())
                .send()
                .expect(200)
                .at("/kind")
                .is(kind);
    }

    private static void expectBad(Http http, TokenBuilder token) {
        http.get("/me").bearer(token.compact()).send().expectProblem(401, "not-authenticated");
    }

    @Requirement("ID-014")
    @Test
    void id014_bindsAKeyToItsIssuer(Http http, People people) {
        Slot slot = people.issuers();
        http.get("/me").as(people.officer()).send().expect(200);
        TokenBuilder person = people.person().token();
        expectKind(http, person, "person");
        expectBad(http, person.copy().key(slot.officer().key()));
        expectBad(http, people.officer().token().key(slot.person().key()));
    }

    @Requirement("ID-025")
    @Test
    void id025_tellsWhatASystemReaches(Http http, People people) {
        Answer me = http.get("/me").as(people.systemOfB("cases:read")).send().expect(200);
        me.at("/id").matches(UUID_FORM);
        me.at("/kind").is("system");
        me.at("/scopes").is(Json.array("cases:read"));
        me.at("/authorities").is(Json.array(Office.B.authority()));
        http.get("/me")
                .as(people.systemOfB("events:read"))
                .send()
                .expect(200)
                .at("/id")
                .is(me.at("/id").node());
    }

    @Requirement("ID-027")
    @Test
    void id027_letsNobodyActForAnother(Http http, People people, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String path = submitted.live().path();
        ObjectNode body = Bodies.newCase(Services.PLAIN, "ombud");
        for (Call call : List.of(
                http.get(path).as(person),
                http.get(path + "/events").as(person),
                http.get("/me").as(people.officer()),
                http.get("/events").as(people.system("events:read")),
                http.post("/cases").as(person).key().json(body),
                submitted.live().acting(person, Bodies.message("hej")),
                uploads.sending("text/plain", Octets.of("x")).as(person))) {
            call.onBehalfOf(UUID.randomUUID().toString()).send().expectProblem(403, "forbidden");
        }
        submitted.live().read(person).expect(200).at("/version").is(2);
    }
}
