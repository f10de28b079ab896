package se.ryggrad.conformance.checks.portal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.TokenEndpoint;
import se.ryggrad.conformance.issuer.TokenExchange;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Lookup;
import se.ryggrad.conformance.source.Acting;
import se.ryggrad.conformance.source.Minting;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks how a portal exchanges tokens, and which it shows to whom. */
@ConformanceCheck
class TokenExchangeCheck {

    private static final String TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final String PAIR = TokenEndpoint.CLIENT + ":" + TokenEndpoint.SECRET;

    @Requirement("MINA-025")
    @Test
    void mina025_asksTheIssuerForOneSourceAtATime(Http http, People people) {
        Visitor visitor = Visitor.of(http, people);
        visitor.read().expect(PlayedSource.STEADY, "ok");
        for (PlayedSource source : PlayedSource.good()) {
            expectAsked(visitor, source, people.issuers().person());
        }
    }

    @Requirement("MINA-025")
    @Test
    void mina025_asksTheIssuerThatThePersonCameFrom(Http http, People people) {
        Visitor visitor = Visitor.amongBadSources(http, people);
        visitor.read().expect(PlayedSource.STEADY, "ok");
        expectAsked(visitor, PlayedSource.STEADY, people.issuers().otherPerson());
    }

    private static void expectAsked(Visitor visitor, PlayedSource source, Issuer issuer) {
        String url = visitor.slot().sources().url(source);
        List<TokenExchange> asked = visitor.exchanges(source);
        if (asked.isEmpty()) {
            throw ConformanceFailure.of("an exchange of the token for " + url, "none");
        }
        String basic = Base64.getEncoder().encodeToString(PAIR.getBytes(StandardCharsets.UTF_8));
        Map<String, String> parameters = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                visitor.person().bearer(),
                "subject_token_type",
                TYPE,
                "requested_token_type",
                TYPE,
                "resource",
                url,
                "scope",
                "overview:read");
        for (TokenExchange each : asked) {
            expectSame("the issuer", issuer.url(), each.issuer());
            expectSame("the method", "POST", each.request().method());
            expectSame("the query", "", each.request().target().replaceFirst("[^?]*", ""));
            String type = String.join(",", each.request().header("content-type"));
            expectSame("the media type", "application/x-www-form-urlencoded", type.split(";", 2)[0]);
            expectSame("the client", List.of("Basic " + basic), each.request().header("authorization"));
            parameters.forEach((name, value) ->
                    expectSame(name, List.of(value), each.form().getOrDefault(name, List.of())));
        }
    }

    private static void expectSame(String what, Object wanted, Object actual) {
        if (!wanted.equals(actual)) {
            throw ConformanceFailure.of("in an exchange of a token " + what + ": " + wanted, actual.toString());
        }
    }

    @Requirement("MINA-026")
    @Test
    void mina026_showsASourceTheTokenThatIsItsOwn(Http http, People people) {
        Visitor visitor = Visitor.of(http, people);
        visitor.read().expect(PlayedSource.STEADY, "ok");
        for (PlayedSource source : PlayedSource.good()) {
            expectOwnToken(visitor, source);
        }
        expectNoIdentity(visitor, List.of(visitor.person()));
    }

    @Requirement("MINA-026")
    @Test
    void mina026_namesNobodyInAddressOrHeader(Http http, People people, Representatives representatives) {
        Person represented = people.person();
        Proxy proxy = representatives.of(represented);
        Visitor visitor = Visitor.of(http, people, proxy.person()).as(proxy);
        visitor.with(
                PlayedSource.STEADY,
                Plan.of().acting(new Acting("there", List.of("read"), List.of(PlayedItem.of("theirs")))));
        visitor.read().expect(PlayedSource.STEADY, "ok");
        expectOwnToken(visitor, PlayedSource.STEADY);
        expectNoIdentity(visitor, List.of(proxy.person(), represented));
    }

    private static void expectOwnToken(Visitor visitor, PlayedSource source) {
        List<String> issued = visitor.exchanges(source).stream()
                .map(exchange -> "Bearer " + exchange.issued())
                .toList();
        List<Lookup> lookups = visitor.lookups(source);
        if (lookups.isEmpty()) {
            throw ConformanceFailure.of("a question to " + source.word(), "none");
        }
        for (Lookup lookup : lookups) {
            List<String> shown = lookup.header("authorization");
            if (shown.size() != 1 || !issued.contains(shown.get(0))) {
                throw ConformanceFailure.of("at " + source.word() + " the token that was issued for it", "another");
            }
        }
    }

    private static void expectNoIdentity(Visitor visitor, List<Person> people) {
        CanarySearch search =
                new CanarySearch(people.stream().map(Person::number).toList());
        for (PlayedSource source : PlayedSource.good()) {
            for (Lookup lookup : visitor.lookups(source)) {
                if (whole(lookup).contains(visitor.person().bearer())) {
                    throw ConformanceFailure.of("nothing of the person's own token at " + source.word(), "the token");
                }
                search.find(open(lookup)).ifPresent(form -> {
                    throw ConformanceFailure.of("no identity number in address or header of a question", form);
                });
            }
        }
    }

    private static String whole(Lookup lookup) {
        return lookup.target() + lookup.headers() + lookup.body();
    }

    /** Returns what others than the source can see: all but the token and the body. */
    private static String open(Lookup lookup) {
        StringBuilder open = new StringBuilder(lookup.target());
        lookup.headers().forEach((name, values) -> {
            if (!name.equals("authorization")) {
                open.append('\n').append(name).append(": ").append(values);
            }
        });
        return open.toString();
    }

    @Requirement("MINA-027")
    @ResourceLock(Wavering.TURN)
    @Test
    void mina027_showsNoBadToken(Http http, People people) {
        for (Minting bad : List.of(
                Minting.NO_JWT,
                Minting.PERSONAL,
                Minting.OTHER_AUDIENCE,
                Minting.SHARED_AUDIENCE,
                Minting.NO_SUBJECT,
                Minting.NO_ACTOR,
                Minting.NAMELESS_ACTOR,
                Minting.OTHER_SCOPE,
                Minting.WIDER_SCOPE,
                Minting.OTHER_LEVEL,
                Minting.TOO_LONG)) {
            Plan plan = Plan.of(PlayedItem.of("good")).but(bad);
            Visitor visitor = Wavering.expect(http, people, plan, "failed");
            String issued = visitor.exchanges(PlayedSource.WAVERING).stream()
                    .findFirst()
                    .map(TokenExchange::issued)
                    .orElseThrow(() -> ConformanceFailure.of("an exchange of the token", "none"));
            if (visitor.slot().sources().lookups().stream()
                    .anyMatch(lookup -> lookup.header("authorization").contains("Bearer " + issued))) {
                throw ConformanceFailure.of("no question with a token of the kind " + bad, "one");
            }
        }
    }
}
