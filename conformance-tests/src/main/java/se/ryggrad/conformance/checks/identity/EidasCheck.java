package se.ryggrad.conformance.checks.identity;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Login;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that people with an eID of another country are people like others. */
@ConformanceCheck
class EidasCheck {

    private static final String MAPPED = "https://id.swedenconnect.se/claim/mappedPersonalIdentityNumber";

    @Requirement("ID-066")
    @Test
    void id066_takesAProvisionalIdOfTheRightFormAlone(Http http, People people) {
        for (String valid : vectors("valid")) {
            http.get("/me").as(visitor(people, valid)).send().expect(200);
        }
        for (String invalid : vectors("invalid")) {
            http.get("/me").as(visitor(people, invalid)).send().expectProblem(401, "not-authenticated");
        }
    }

    @Requirement("ID-066")
    @Test
    void id066_takesAPartyWithAProvisionalIdOfTheRightFormAlone(People people, Cases cases) {
        for (String valid : vectors("valid")) {
            cases.send(people.person(), naming(valid)).expect(201);
        }
        for (String invalid : vectors("invalid")) {
            cases.send(people.person(), naming(invalid))
                    .expectProblem(422, "validation")
                    .expectError("/parties/0/identity/value", "format");
        }
    }

    @Requirement("ID-067")
    @Test
    void id067_readsCapitalAndSmallLettersAlike(Http http, People people, Cases cases) {
        String small = people.prid("NO");
        String capital = small.toUpperCase(Locale.ROOT);
        String me = me(http, visitor(people, small));
        http.get("/me")
                .as(visitor(people, capital))
                .send()
                .expect(200)
                .at("/id")
                .is(me);
        http.get("/me")
                .as(visitor(people, people.prid("NO")))
                .send()
                .expect(200)
                .at("/id")
                .isNot(me);
        for (String written : List.of(small, capital)) {
            LiveCase live = cases.create(people.person(), naming(written));
            for (String login : List.of(small, capital)) {
                http.get(live.path()).as(visitor(people, login)).send().expect(200);
            }
        }
    }

    @Requirement("ID-068")
    @Test
    void id068_letsAVisitorDoWhatEverybodyMay(Http http, People people, Cases cases) {
        String prid = people.prid("NO");
        Login visitor = visitor(people, prid);
        LiveCase live = cases.create(visitor, Bodies.newCase(Services.EIDAS, "besök"));
        for (String below : List.of("", "/events", "/access-log")) {
            http.get(live.path() + below).as(visitor).send().expect(200);
        }
        http.get("/cases").as(visitor).send().expect(200).at("/items/0/id").is(live.id());
        live.read(visitor).expect(200).at("/parties/0/self").is(true);
        live.act(visitor, Bodies.message("hei")).expect(200);
        Login low = people.visitor(prid, Assurance.EIDAS_LOW);
        live.read(low).expectProblem(403, "insufficient-assurance");
        live.read(people.person()).expectProblem(404, "not-found");
    }

    @Requirement("ID-068")
    @Test
    void id068_makesWhoeverIsNamedAParty(People people, Cases cases) {
        String prid = people.prid("DK");
        LiveCase live = cases.create(people.person(), naming(prid));
        live.read(visitor(people, prid)).expect(200).at("/parties/1/self").is(true);
        live.read(visitor(people, people.prid("DK"))).expectProblem(404, "not-found");
    }

    @Requirement("ID-068")
    @Test
    void id068_tellsCountriesApart(Http http, People people, Cases cases) {
        String norwegian = people.prid("NO");
        String danish = "DK" + norwegian.substring(2);
        LiveCase live = cases.create(visitor(people, norwegian), Bodies.newCase(Services.EIDAS, "besök"));
        live.read(visitor(people, norwegian)).expect(200);
        live.read(visitor(people, danish)).expectProblem(404, "not-found");
        http.get("/me")
                .as(visitor(people, danish))
                .send()
                .expect(200)
                .at("/id")
                .isNot(me(http, visitor(people, norwegian)));
    }

    @Requirement("ID-068")
    @Test
    void id068_takesNoMappedNumberForThePerson(Http http, People people) {
        Login visitor = visitor(people, people.prid("NO"));
        String mapped =
                visitor.token().claim(MAPPED, people.stranger().digits()).compact();
        http.get("/me").bearer(mapped).send().expect(200).at("/id").is(me(http, visitor));
    }

    private static Login visitor(People people, String prid) {
        return people.visitor(prid, Assurance.EIDAS_SUBSTANTIAL);
    }

    private static String me(Http http, Login login) {
        return http.get("/me").as(login).send().expect(200).at("/id").text();
    }

    private static ObjectNode naming(String prid) {
        ObjectNode body = Bodies.newCase(Services.PLAIN, "besök");
        JsonNode identity = Json.object("scheme", "prid", "value", prid);
        body.set("parties", Json.array(Json.object("role", "counterparty", "identity", identity)));
        return body;
    }

    private static List<String> vectors(String list) {
        return Contract.file("vectors/identity-numbers.json")
                .path(list)
                .valueStream()
                .filter(vector -> vector.path("scheme").asString().equals("prid"))
                .map(vector -> vector.path("value").asString())
                .toList();
    }
}
