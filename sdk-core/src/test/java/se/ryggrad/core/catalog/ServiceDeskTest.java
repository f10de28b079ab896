package se.ryggrad.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceStore.Publication;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

class ServiceDeskTest {

    private static final String ID = "conformance-plain";
    private static final Caller ADMIN = People.officer("Ada", "service-admin@conformance-a");

    private final World world = new World();
    private final ServiceDesk desk = new ServiceDesk(world.services, World.principals(), AssuranceLevel.LOA3);

    @Test
    void publishesANewVersionOnceAndForEver() {
        JsonText next = changed("\"1.0.0\"", "\"1.10.0\"");

        assertThat(desk.publish(ADMIN, ID, next)).isEqualTo(Publication.PUBLISHED);
        assertThat(desk.publish(ADMIN, ID, new JsonText(next.text() + " ")))
                .as("the same content in another writing")
                .isEqualTo(Publication.UNCHANGED);
        assertThat(desk.find(People.PRINCIPAL, ID, Optional.empty()).version()).isEqualTo("1.10.0");
        assertThat(problem(ADMIN, changed("\"1.0.0\"", "\"1.10.0\"", "Test: plain", "Test: fancy"))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void keepsTheHighestVersionNumberCurrent() {
        desk.publish(ADMIN, ID, changed("\"1.0.0\"", "\"1.10.0\""));
        desk.publish(ADMIN, ID, changed("\"1.0.0\"", "\"1.9.0\""));

        assertThat(desk.find(People.PRINCIPAL, ID, Optional.empty()).version()).isEqualTo("1.10.0");
        assertThat(desk.find(People.PRINCIPAL, ID, Optional.of("1.9.0")).version())
                .isEqualTo("1.9.0");
    }

    @Test
    void letsNobodyButTheServiceAdminOfTheAuthorityPublish() {
        JsonText next = changed("\"1.0.0\"", "\"1.1.0\"");

        for (Caller caller : List.of(
                People.person(People.ANNA),
                People.handler("Karin"),
                People.officer("Bo", "service-admin@conformance-b"),
                People.system("cases:open"))) {
            assertThat(problem(caller, next).type()).isEqualTo(ProblemType.FORBIDDEN);
        }
        Caller both = People.officer("Bo", "service-admin@conformance-a", "service-admin@conformance-b");
        assertThat(problem(both, changed("\"1.0.0\"", "\"1.1.0\"", "\"conformance-a\"", "\"conformance-b\""))
                        .type())
                .as("a service keeps its authority")
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"format\":\"email\"'|'\"pattern\":\"^(a+)+$\"'|/form/properties/email/pattern schema-not-allowed",
                "'\"format\":\"email\"'|'\"$ref\":\"https://evil.example/x\"'|/form/properties/email/$ref schema-not-allowed",
                "'\"format\":\"email\"'|'\"$dynamicRef\":\"#x\"'|/form/properties/email/$dynamicRef schema-not-allowed",
                "'\"format\":\"email\"'|'\"$id\":\"x\"'|/form/properties/email/$id schema-not-allowed",
                "'\"format\":\"phone\"'|'\"pattern\":\"^a$\"'|/form/properties/contacts/items/properties/phone/pattern schema-not-allowed",
                "'\"unit\":\"unit-a\"'|'\"unit\":\"unit-b\"'|/unit unknown-value",
                "'\"version\":\"2.0.0\"'|'\"version\":\"2.0.1000000000000000000000000000000000000000000000000000000000000\"'|/version max-length",
                "'\"format\":\"email\"'|'\"multipleOf\":0'|/form/properties/email/multipleOf schema-not-allowed",
                "loa/1.0/loa3|loa/1.0/loa2|/assurance unknown-value",
                "'\"track\":\"administrative\"'|'\"track\":\"odd\"'|/track unknown-value",
                "'\"id\":\"conformance-plain\"'|'\"id\":\"other\"'|/id unknown-value"
            })
    void publishesOnlyWhatIsSafe(String before, String after, String fault) {
        Problem problem = problem(ADMIN, changed("\"1.0.0\"", "\"2.0.0\"", before, after));

        assertThat(problem.faults())
                .extracting(each -> each.where() + ' ' + each.code().code())
                .containsExactly(fault);
        assertThat(world.services.version(
                        People.PRINCIPAL,
                        desk.find(People.PRINCIPAL, ID, Optional.empty()).id(),
                        "2.0.0"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'guardians'|'guardian'|full|loa3|true",
                "'guardians'|'guardian'|until-age-18|loa3|true",
                "'guardians'|'guardian'|until-age-17|loa3|false",
                "'guardians'|'signatory'|full|loa3|false",
                "'guardians'|'guardian'|none|loa3|false",
                "'guardians'|'guardian'|by-officer|loa3|false",
                "'joint-signatories'|'signatory'|none|loa3|true",
                "'joint-signatories'|'guardian'|none|loa3|false",
                "'co-applicants'|'signatory'|none|loa3|true",
                "'co-applicants'|'signatory'|none|none|false"
            })
    void publishesNoApprovalThatNobodyCanGive(String who, String kind, String sight, String level, boolean fits) {
        JsonTree.ObjectNode plain = StandardFiles.json("services/conformance-plain.json");
        JsonTree changed = JsonTree.object()
                .putAll(plain)
                .put("version", "2.0.0")
                .put("assurance", level.equals("none") ? level : "http://id.elegnamnden.se/loa/1.0/" + level)
                .put(
                        "representation",
                        JsonTree.object()
                                .putTexts("kinds", List.of(kind))
                                .put("guardianSight", sight)
                                .build())
                .put(
                        "approval",
                        JsonTree.object().put("who", who).put("quorum", 2).build())
                .build();

        if (fits) {
            assertThat(desk.publish(ADMIN, ID, changed.json())).isEqualTo(Publication.PUBLISHED);
            assertThat(desk.find(People.PRINCIPAL, ID, Optional.empty()).approval())
                    .hasValueSatisfying(rule -> {
                        assertThat(rule.who().code()).isEqualTo(who);
                        assertThat(rule.needed(3)).isEqualTo(2);
                    });
        } else {
            assertThat(problem(ADMIN, changed.json()).faults())
                    .extracting(each -> each.where() + ' ' + each.code().code())
                    .containsExactly("/approval/who unknown-value");
        }
    }

    @Test
    void searchesTitlesAndDescriptionsInBothLanguages() {
        assertThat(ids("ENKEL")).containsExactly(ID);
        assertThat(ids("plain application")).containsExactly(ID);
        assertThat(ids("nothing like it")).isEmpty();
        assertThat(desk.search(People.PRINCIPAL, Optional.empty(), Optional.of("employee")))
                .isEmpty();
    }

    private List<String> ids(String text) {
        return desk.search(People.PRINCIPAL, Optional.of(text), Optional.empty()).stream()
                .map(ServiceDefinition::id)
                .map(id -> id.value())
                .toList();
    }

    private Problem problem(Caller caller, JsonText definition) {
        RyggradException refused =
                catchThrowableOfType(RyggradException.class, () -> desk.publish(caller, ID, definition));
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    private static JsonText changed(String... replacements) {
        String text =
                StandardFiles.json("services/conformance-plain.json").json().text();
        for (int place = 0; place < replacements.length; place += 2) {
            assertThat(text).contains(replacements[place]);
            text = text.replace(replacements[place], replacements[place + 1]);
        }
        return new JsonText(text);
    }
}
