package se.ryggrad.conformance.checks.portal;

import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.issuer.TokenExchange;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Lookup;
import se.ryggrad.conformance.source.Behaviour;
import se.ryggrad.conformance.source.Minting;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who visits a portal, and what the sources that the suite plays hold for them.
 *
 * @param http the way to the portal
 * @param slot the sources and issuers of the run
 * @param person the person
 * @param reader the person, or the person on behalf of another
 */
record Visitor(Http http, Slot slot, Person person, Credential reader) {

    /** Where the portal shows its overview. */
    static final String PATH = "/overview";

    private static final int ALL = 100;
    private static final int READINGS = 3;
    private static final Set<String> LATE = Set.of("timeout", "stale");

    /** Makes somebody new. */
    static Visitor of(Http http, People people) {
        return of(http, people, people.person());
    }

    /** Makes somebody new who has logged in with the issuer for whose people the bad sources are asked too. */
    static Visitor amongBadSources(Http http, People people) {
        return of(http, people, people.person().by(people.issuers().otherPerson()));
    }

    /** Lets a person visit. */
    static Visitor of(Http http, People people, Person person) {
        return new Visitor(http, people.issuers(), person, person);
    }

    /** Returns the same person, at another login. */
    Visitor as(Person other) {
        return new Visitor(http, slot, other, other);
    }

    /** Returns the same person on behalf of another. */
    Visitor as(Proxy proxy) {
        return new Visitor(http, slot, proxy.person(), proxy);
    }

    /** Lets a source hold items. */
    Visitor with(PlayedSource source, ObjectNode... items) {
        return with(source, Plan.of(items));
    }

    /** Lets a source, and the issuer of its tokens, do something. */
    Visitor with(PlayedSource source, Plan plan) {
        slot.sources().plan(number(), source, plan);
        return this;
    }

    /** Begins to read the overview. */
    Call call() {
        return http.get(PATH).as(reader);
    }

    /** Reads the whole overview; again when a source that answers was late, as on a machine that has much to do. */
    Overview read() {
        Overview overview = new Overview(once());
        for (int again = 1; again < READINGS && missesAnAnswer(overview); again++) {
            overview = new Overview(once());
        }
        return overview;
    }

    /** Reads the whole overview once. */
    Answer once() {
        return call().query("limit", ALL).query("count", "true").send().expect(200);
    }

    /** Returns what a source was asked about the person so far. */
    List<Lookup> lookups(PlayedSource source) {
        return slot.sources().lookups(number(), source);
    }

    /** Returns the requests to exchange a token of the person for one of a source so far. */
    List<TokenExchange> exchanges(PlayedSource source) {
        String url = slot.sources().url(source);
        return slot.tokens().exchanges(number()).stream()
                .filter(exchange -> exchange.form().values().stream().anyMatch(values -> values.contains(url)))
                .toList();
    }

    private String number() {
        return person.number().digits();
    }

    private boolean missesAnAnswer(Overview overview) {
        return PlayedSource.good().stream()
                .filter(this::answers)
                .anyMatch(source -> LATE.contains(
                        overview.source(source).at("/state").node().asString("")));
    }

    private boolean answers(PlayedSource source) {
        Plan plan = slot.sources().planned(number(), source);
        return plan.behaviour() == Behaviour.ANSWERS && plan.minting() == Minting.GOOD;
    }

    @Override
    public String toString() {
        return "[visitor]";
    }
}
