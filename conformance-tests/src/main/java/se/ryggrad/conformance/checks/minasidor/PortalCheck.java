package se.ryggrad.conformance.checks.minasidor;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a portal gets with a token that it has exchanged for a person's. */
@ConformanceCheck
class PortalCheck {

    private static final String REPRESENTATIONS = "/me/representations";
    private static final List<String> OPEN = List.of(Overview.PATH, REPRESENTATIONS);

    @Requirement("MINA-006")
    @Test
    void mina006_getsWhatThePersonGets(Http http, Cases cases, People people, Representatives representatives) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        Person person = submitted.applicant();
        expectSame(http, person, person.exchanged());
        Proxy proxy = representatives.of(person);
        expectSame(http, proxy, new Proxy(proxy.person().exchanged(), proxy.id()));
        TokenBuilder several = person.exchanged().token().claim("scope", "openid overview:read profile");
        expectSame(http, person, several::compact);
    }

    @Requirement("MINA-006")
    @Test
    void mina006_getsWhatTheLevelReaches(Http http, Cases cases, People people) {
        Person person = people.person();
        Officer registrar = people.registrar().at(Assurance.LOA4);
        cases.plain(person);
        LiveCase high = cases.create(registrar, Papers.of(Services.HIGH, Papers.party("applicant", person)));
        new Overview(http, person.at(Assurance.LOA4)).item(high).at("/kind").exists();
        for (Assurance level : List.of(Assurance.LOA2, Assurance.LOA3, Assurance.LOA4)) {
            expectEqual(http, person.at(level), person.at(level).exchanged());
        }
    }

    @Requirement("MINA-006")
    @Test
    void mina006_isToldForWhomThePersonMayAct(Http http, People people, Representatives representatives) {
        Person person = representatives.of(people.person()).person();
        Part own = represented(http, person).hasSize(1);
        represented(http, person.exchanged()).is(own.node());
    }

    @Requirement("MINA-006")
    @Test
    void mina006_searchesAmongThem(Http http, People people) {
        Person person = people.person();
        String company = people.organisation().value();
        JsonNode body = Json.object("represented", Json.object("scheme", "organisationsnummer", "value", company));
        String path = RepresentationSearchCheck.PATH;
        http.post(path).as(person).json(body).send().expect(200);
        http.post(path).as(person.exchanged()).json(body).send().expect(200);
        TokenBuilder lacking = person.exchanged().token().claim("scope", "cases:read");
        http.post(path).bearer(lacking.compact()).json(body).send().expectProblem(403, "forbidden");
    }

    private static Part represented(Http http, Person reader) {
        return http.get(REPRESENTATIONS).as(reader).send().expect(200).at("/items");
    }

    private static void expectSame(Http http, Credential own, Credential exchanged) {
        new Overview(http, own).read().at("/items/0").exists();
        expectEqual(http, own, exchanged);
    }

    private static void expectEqual(Http http, Credential own, Credential exchanged) {
        JsonNode wanted = withoutFor(new Overview(http, own).read());
        Answer answer = new Overview(http, exchanged).read();
        answer.at("/items")
                .satisfies(
                        "the items of the person's own token",
                        items -> withoutFor(answer).equals(wanted));
    }

    private static JsonNode withoutFor(Answer answer) {
        JsonNode items = answer.json().path("items").deepCopy();
        items.valueStream().forEach(item -> ((ObjectNode) item).remove("for"));
        return items;
    }

    @Requirement("MINA-006")
    @Test
    void mina006_needsTheScope(Http http, Cases cases) {
        Person person = cases.plain().applicant();
        TokenBuilder token = person.exchanged().token();
        for (String path : OPEN) {
            http.get(path).bearer(token.copy().compact()).send().expect(200);
        }
        Stream<TokenBuilder> lacking = Stream.of(
                        "",
                        "openid cases:read",
                        "overview",
                        "overview:reader",
                        "overview:read-all",
                        "OVERVIEW:READ",
                        "my-overview:read",
                        "overview:read,openid")
                .map(scope -> token.copy().claim("scope", scope));
        for (TokenBuilder bad :
                Stream.concat(lacking, Stream.of(token.copy().without("scope"))).toList()) {
            for (String path : OPEN) {
                http.get(path)
                        .bearer(bad.compact())
                        .send()
                        .hint("The scope of the token is '" + bad.claimed("scope") + "'.")
                        .expectProblem(403, "forbidden");
            }
        }
    }

    @Requirement("MINA-006")
    @Test
    void mina006_readsNothingElse(Http http, Cases cases, Target target) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        Person exchanged = person.exchanged();
        String path = submitted.live().path();
        String service = "/services/" + Services.PLAIN.id();
        for (String open : OPEN) {
            http.get(open).as(exchanged).send().expect(200);
        }
        for (String closed : List.of(
                "/cases",
                path,
                path + "/events",
                path + "/access-log",
                "/me",
                "/services",
                service,
                service + "/form",
                "/capabilities",
                "/api-info",
                "/openapi",
                "/.well-known/oauth-protected-resource")) {
            http.get(closed).as(person).send().expect(200);
            http.get(closed).as(exchanged).send().expectProblem(403, "forbidden");
        }
        if (target.plays("mina-sidor")) {
            http.get("/overview").as(person).send().expect(200);
            http.get("/overview").as(exchanged).send().expectProblem(403, "forbidden");
        }
        for (String other : List.of(
                path + "/documents/" + UUID.randomUUID(),
                path + "/export",
                path + "/memos",
                path + "/memos/" + UUID.randomUUID(),
                "/events",
                "/authorities/" + Office.A.authority() + "/access-log")) {
            http.get(other).as(exchanged).send().expectProblem(403, "forbidden");
        }
    }

    @Requirement("MINA-006")
    @Test
    void mina006_writesNothing(Http http, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        Person exchanged = person.exchanged();
        JsonNode message = Bodies.message("Hej");
        JsonNode begun = Bodies.newCase(Services.PLAIN, "portal");
        String code = cases.anonymous().created().at("/followUpCode").text();
        JsonNode followed = Json.object("followUpCode", code);
        http.post("/follow-up").json(followed).send().expect(200);
        for (Answer answer : List.of(
                submitted.live().acting(exchanged, message).send(),
                cases.send(exchanged, begun),
                uploads.sending("text/plain", Octets.of("x")).as(exchanged).send(),
                http.post("/follow-up").as(exchanged).json(followed).send(),
                http.post("/cases/searches").as(exchanged).json(Json.object()).send())) {
            answer.expectProblem(403, "forbidden");
        }
        http.get("/cases").as(person).send().expect(200).at("/items").hasSize(1);
        submitted.live().acting(person, message).send().expect(200);
        cases.send(person, begun).expect(201);
        uploads.sending("text/plain", Octets.of("x")).as(person).send().expect(201);
    }
}
