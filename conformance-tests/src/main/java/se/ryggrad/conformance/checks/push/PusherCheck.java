package se.ryggrad.conformance.checks.push;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;

/** Checks who may push to a source, and for whom that source is there. */
@ConformanceCheck
class PusherCheck {

    private static final String NOBODYS = "suite-0-nobodys";
    private static final JsonNode EMPTY = Json.object();

    @Requirement("MINA-035")
    @Test
    void mina035_letsTheRegisteredClientIn(OverviewIndex index) {
        for (PushingSource source : List.of(index.pushing(), index.source(PlayedSource.MUTE), index.posting())) {
            String item = PushingSource.newItem();
            source.push(item, Push.removal(1)).expect(204);
            source.listing().send().expect(200);
        }
        index.pushing().vouch(Instant.now()).expect(204);
    }

    @Requirement("MINA-035")
    @Test
    void mina035_hidesOtherSourcesFromAClient(Http http, People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        PushingSource posting = index.posting();
        Person person = people.person();
        List<String> hidden = List.of(posting.id(), index.id(PlayedSource.STEADY), NOBODYS);
        for (String source : hidden) {
            expectAbsent(http, source, pushing.client(), person);
        }
        expectAbsent(http, pushing.id(), posting.client(), person);
        expectAbsent(http, pushing.id(), people.system(OverviewIndex.SCOPE), person);
        String item = pushing.takes(Push.of(person));
        index.visitor(person).read().expectAnswered(PlayedSource.PUSHING, item).expectAnswered(PlayedSource.POSTING);
    }

    /** A source that is not there for a client is so whatever else is wrong with what it sends. */
    private static void expectAbsent(Http http, String source, Credential client, Person owner) {
        String path = PushingSource.pathOf(source);
        String item = path + "/" + PushingSource.newItem();
        JsonNode asOf = Json.object("asOf", Instant.now().toString());
        for (Call call : List.of(
                http.get(path),
                http.put(path).json(asOf),
                http.put(path).json(EMPTY),
                http.put(item).json(Push.of(owner).body()),
                http.put(item).json(Push.removal(1).body()),
                http.put(item).json(EMPTY))) {
            call.as(client).send().hint("The source is " + source + ".").expectProblem(404, "not-found");
        }
    }

    @Requirement("MINA-035")
    @Test
    void mina035_asksForTheScope(Http http, People people, OverviewIndex index) {
        String client = PlayedSource.PUSHING.client().orElseThrow();
        PushingSource pushing = index.pushing();
        for (String scope : List.of(
                "",
                "overview:read",
                "overview",
                "overview:write-all",
                "OVERVIEW:WRITE",
                "my-overview:write",
                "overview:write,cases:read")) {
            expectForbidden(http, pushing.id(), people.client(client, scope.split(" ", -1)), scope);
        }
        for (String source : List.of(index.posting().id(), index.id(PlayedSource.STEADY), NOBODYS)) {
            expectForbidden(http, source, people.client(client, "overview:read"), "overview:read");
        }
        PushingSource several = new PushingSource(
                http, PlayedSource.PUSHING, pushing.id(), people.client(client, "cases:read", OverviewIndex.SCOPE));
        several.push(PushingSource.newItem(), Push.removal(1)).expect(204);
    }

    @Requirement("MINA-035")
    @Test
    void mina035_isForNoPersonAndNoOfficer(Http http, People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        String client = PlayedSource.PUSHING.client().orElseThrow();
        Person person = people.person();
        List<Credential> others = List.of(
                person,
                person.token()
                        .claim("scope", OverviewIndex.SCOPE)
                        .claim("client_id", client)
                        .claim("sub", client)::compact,
                person.exchanged(),
                people.officer(),
                people.registrar(),
                people.auditor(Office.A),
                people.officer().token().claim("scope", OverviewIndex.SCOPE).claim("client_id", client)::compact);
        others.forEach(other -> expectForbidden(http, pushing.id(), other, "that of somebody"));
        pushing.takes(Push.of(person));
    }

    private static void expectForbidden(Http http, String source, Credential credential, String scope) {
        String path = PushingSource.pathOf(source);
        String item = path + "/" + PushingSource.newItem();
        for (Call call : List.of(
                http.get(path),
                http.put(path).json(Json.object("asOf", Instant.now().toString())),
                http.put(item).json(Push.removal(1).body()))) {
            call.as(credential)
                    .send()
                    .hint("The source is " + source + ", the scope '" + scope + "'.")
                    .expectProblem(403, "forbidden");
        }
    }
}
