package se.ryggrad.conformance.checks.minasidor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;

/** Checks where items link to, at a source that has pages for people; one that has none has no links. */
@ConformanceCheck
class OverviewLinkCheck {

    @Requirement("MINA-008")
    @Test
    void mina008_linksToEachCaseWithoutSayingWhoReads(
            Http http, Cases cases, People people, Representatives representatives) {
        Person person = people.person();
        cases.submitted(person, Services.REPRESENTED);
        cases.submitted(person, Services.REPRESENTED);
        Proxy proxy = representatives.of(person, "read");
        CanarySearch search =
                new CanarySearch(List.of(person.number(), proxy.person().number()));
        expectLinks(http, person, search);
        expectLinks(http, proxy, search);
    }

    private static void expectLinks(Http http, Credential reader, CanarySearch search) {
        Answer answer = new Overview(http, reader).read();
        List<Part> items = Overview.ofCases(answer.at("/items").items());
        if (items.size() < 2) {
            answer.fail("an item of each case", items.size() + " items", "/items");
        }
        Set<String> seen = new HashSet<>();
        items.stream().map(item -> item.at("/link")).filter(Part::present).forEach(link -> {
            String address = link.text();
            search.find(address)
                    .ifPresent(form -> answer.fail("no identity number in a link", "one in " + form, "/items"));
            link.satisfies("an https address", node -> isAddress(address));
            if (!seen.add(address)) {
                link.fail("another address than that of another case");
            }
        });
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
