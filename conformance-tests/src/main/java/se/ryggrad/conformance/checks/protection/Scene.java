package se.ryggrad.conformance.checks.protection;

import java.util.List;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case with contact data in every place of its form and with a document, of two parties who may become protected,
 * assigned to an officer who may see it then too.
 *
 * @param live the case
 * @param applicant who applied
 * @param other the other party, named by the applicant
 * @param trusted the assigned officer
 * @param form what the applicant filled in
 * @param document the document that the applicant brought
 * @param canaries the words in it
 */
record Scene(
        LiveCase live,
        Person applicant,
        Person other,
        Officer trusted,
        ObjectNode form,
        String document,
        Canaries canaries) {

    /** A protection that the standard knows. */
    static final String MARKED = "sekretessmarkering";

    /** Makes the case; nobody is protected yet. */
    static Scene begin(People people, Cases cases, Uploads uploads, Nonces nonces) {
        Canaries canaries = new Canaries(nonces);
        Person applicant = named(people, canaries);
        Person other = named(people, canaries);
        ObjectNode form = canaries.form(false);
        String document = uploads.text(applicant, canaries.file());
        ObjectNode body = Bodies.newCase(Services.CONTACT, form);
        body.set("documents", Json.array(Uploads.entry(document, "any", canaries.file() + ".txt")));
        body.set("parties", Json.array(Papers.party("co-applicant", other)));
        LiveCase live = cases.create(applicant, body);
        Officer trusted = people.trusted(Office.A);
        live.perform(trusted, Bodies.action("assign"));
        return new Scene(live, applicant, other, trusted, form, document, canaries);
    }

    /** Makes a person whose name nobody else has. */
    static Person named(People people, Canaries canaries) {
        return people.person().named("Namn " + canaries.word());
    }

    /** Returns the path of the document that the applicant brought. */
    String documentPath() {
        return live.path() + "/documents/" + document;
    }

    /** Lets the officer send a document, and returns its id. */
    String send(Uploads uploads) {
        String sent = uploads.text(trusted, "Skrivelse " + canaries.word());
        ObjectNode message = Bodies.message("Se bilagan.");
        message.set("documents", Json.array(Uploads.entry(sent, "any", "brev.txt")));
        live.perform(trusted, message);
        return sent;
    }

    /** Returns the party in a role. */
    static Part party(Answer seen, String role) {
        return seen.at("/parties").items().stream()
                .filter(party -> party.node().path("role").asString("").equals(role))
                .findFirst()
                .orElseThrow(() -> seen.failure("a party in the role " + role, "none", "/parties"));
    }

    /** Requires that somebody sees all of the case before anybody is protected. */
    void requireOpen(Credential reader) {
        live.read(reader).require(200).at("/form").is(form);
        live.http().get(documentPath()).as(reader).send().require(200);
    }

    /** Expects that somebody sees the case without what is withheld for the sake of one of the parties. */
    void expectReduced(Credential reader, Person hidden) {
        List<String> secrets = canaries.secrets();
        Answer seen = live.read(reader).expect(200);
        seen.at("/form").is(Canaries.withheld(form));
        seen.at("/documents")
                .satisfies(
                        "documents of direction out alone",
                        list -> list.valueStream()
                                .allMatch(d -> d.path("direction").asString("").equals("out")));
        Canaries.expectNone(seen, secrets);
        Canaries.expectNone(seen, List.of(hidden.name()));
        Answer refused = live.http().get(documentPath()).as(reader).send().expectProblem(404, "not-found");
        Canaries.expectNone(refused, secrets);
    }
}
