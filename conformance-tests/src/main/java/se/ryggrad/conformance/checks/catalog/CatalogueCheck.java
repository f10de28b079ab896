package se.ryggrad.conformance.checks.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/** Checks that the catalogue is open, whole and searchable. */
@ConformanceCheck
class CatalogueCheck {

    private static final int READINGS = 5;

    private static final String[] MEMBERS = {
        "id", "version", "title", "description", "authority", "audience", "assurance"
    };

    @Requirement("CAT-001")
    @Test
    void cat001_listsEachServiceInOrder(Http http) {
        List<Part> items = inOrder(http);
        for (Services service : Services.values()) {
            JsonNode definition = Contract.service(service);
            Part item = found(items, service.id());
            for (String member : MEMBERS) {
                JsonNode wanted = definition.path(member);
                item.at("/" + member).satisfies(Json.write(wanted) + ", in any order", n -> sameInAnyOrder(n, wanted));
            }
        }
    }

    private static boolean sameInAnyOrder(JsonNode value, JsonNode wanted) {
        return wanted.isArray()
                ? value.isArray() && Set.copyOf(value.values()).equals(Set.copyOf(wanted.values()))
                : value.equals(wanted);
    }

    /** Reads again when a service was added while the pages were read: only then may an ordered list look torn. */
    private static List<Part> inOrder(Http http) {
        List<String> ids = List.of();
        for (int reading = 0; reading < READINGS; reading++) {
            List<Part> items = Pages.all(http, "/services");
            ids = Pages.ids(items);
            if (ids.equals(ids.stream().sorted().distinct().toList())) {
                return items;
            }
        }
        throw ConformanceFailure.of("services ordered by id, each once", ids.toString());
    }

    @Requirement("CAT-001")
    @Test
    void cat001_pagesHoldTheSameServices(Http http) {
        List<String> inPages = Pages.ids(Pages.all(
                page -> http.get("/services")
                        .query("limit", 4)
                        .query("page", page)
                        .send(),
                4));
        List<String> missing =
                Services.ids().stream().filter(id -> !inPages.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw ConformanceFailure.of("every service on the pages of four", "none of " + missing);
        }
    }

    @Requirement("CAT-002")
    @Test
    void cat002_searchesTitleAndDescriptionInBothLanguages(Http http) {
        for (String text : List.of("PROV: ENKEL", "plain APPLICATION", "test environments ONLY", "ÖVERENSSTÄMMELSE")) {
            List<Part> items = Pages.all(http, "/services?q=" + encoded(text));
            found(items, Services.PLAIN.id());
            items.forEach(i -> i.satisfies("a service whose title or description has " + text, n -> has(n, text)));
        }
    }

    @Requirement("CAT-002")
    @Test
    void cat002_findsNothingWhereNothingMatches(Http http, Nonces nonces) {
        http.get("/services")
                .query("q", nonces.word())
                .send()
                .expect(200)
                .at("/items")
                .hasSize(0);
        http.get("/services")
                .query("q", "%")
                .send()
                .expect(200)
                .at("/items")
                .satisfies(
                        "only services with a percent sign: q is text, no pattern",
                        items -> items.values().stream().allMatch(i -> has(i, "%")));
    }

    @Requirement("CAT-002")
    @Test
    void cat002_limitsToAnAudience(Http http) {
        for (String audience : List.of("person", "organisation", "employee")) {
            List<Part> items = Pages.all(http, "/services?audience=" + audience);
            items.forEach(i -> i.at("/audience").contains(audience));
            for (Services service : Services.values()) {
                boolean meant =
                        Contract.service(service).path("audience").values().contains(Json.value(audience));
                if (meant != Pages.find(items, service.id()).isPresent()) {
                    throw ConformanceFailure.of(
                            service.id() + (meant ? " among" : " not among") + " the services for " + audience,
                            Pages.ids(items).toString());
                }
            }
        }
    }

    @Requirement("CAT-003")
    @Test
    void cat003_givesTheWholeDefinition(Http http) {
        for (Services service : Services.values()) {
            Answer answer = http.get("/services/" + service.id()).send().expect(200);
            Schemas.expect(answer, "service-definition");
            answer.at("")
                    .satisfies(
                            "the definition as it ships with the standard: install services/" + service.id() + ".json",
                            n -> Contract.same(n, Contract.service(service)));
        }
    }

    @Requirement("CAT-003")
    @Test
    void cat003_givesAVersionOrNothing(Http http) {
        String path = "/services/" + Services.PLAIN.id();
        http.get(path)
                .query("version", "1.0.0")
                .send()
                .expect(200)
                .at("/version")
                .is("1.0.0");
        http.get(path).query("version", "987.0.0").send().expectProblem(404, "not-found");
        http.get(path + "-none").send().expectProblem(404, "not-found");
    }

    @Requirement("CAT-004")
    @Test
    void cat004_givesTheFormAlone(Http http) {
        for (Services service : List.of(Services.PLAIN, Services.AUTOMATIC, Services.B)) {
            String path = "/services/" + service.id() + "/form";
            JsonNode form = Contract.service(service).path("form");
            Answer answer = http.get(path).send().expect(200);
            answer.at("").satisfies("the member form of the definition", n -> Contract.same(n, form));
            http.get(path).query("version", "987.0.0").send().expectProblem(404, "not-found");
        }
        http.get("/services/conformance-none/form").send().expectProblem(404, "not-found");
    }

    private static Part found(List<Part> items, String id) {
        return Pages.find(items, id)
                .orElseThrow(() -> ConformanceFailure.of(
                        "the service " + id + " (ryggrad.conformance-services installs it)",
                        Pages.ids(items).toString()));
    }

    private static boolean has(JsonNode item, String text) {
        String all = Json.write(item.path("title")) + Json.write(item.path("description"));
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
