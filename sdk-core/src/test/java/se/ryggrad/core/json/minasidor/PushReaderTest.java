package se.ryggrad.core.json.minasidor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.minasidor.index.Audience;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;

/** Tests what is read of a push, and what is wrong with one (MINA-037 to MINA-039, MINA-042, MINA-051). */
class PushReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-27T13:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final String WHOLE = """
            {'version': 7, 'owner': {'scheme': 'personnummer', 'value': '199001019802'},
             'assurance': 'http://id.elegnamnden.se/loa/1.0/loa3',
             'representatives': [{'kind': 'signatory'}, {'kind': 'guardian', 'until': '2027-05-04'}],
             'expiresAt': '2027-11-24T01:00:00+01:00',
             'item': {'kind': 'library-fee', 'title': {'sv': ' Avgift', 'en': 'Fee'}, 'status': {'sv': 'O', 'en': 'U'},
                      'updatedAt': '2026-11-24T08:12:07.4129Z', 'actionRequired': true, 'dueOn': '2026-12-14',
                      'link': 'javascript:alert(1)', 'for': 5, 'id': 5, 'more': null}, 'more': null}
            """;

    @Test
    void readsEveryPart() {
        Push push = read(WHOLE);
        PushedItem item = push.item().orElseThrow();

        assertThat(push.version()).isEqualTo(7);
        assertThat(item.audience())
                .isEqualTo(new Audience(
                        new Identity(IdentityScheme.PERSONNUMMER, "199001019802"),
                        Optional.of(AssuranceLevel.LOA3),
                        List.of(
                                new Audience.Representative(
                                        RepresentationKind.GUARDIAN, Optional.of(LocalDate.of(2027, 5, 4))),
                                new Audience.Representative(RepresentationKind.SIGNATORY, Optional.empty()))));
        assertThat(item.expiresAt()).isEqualTo("2027-11-24T00:00:00Z");
        assertThat(item.content().updatedAt()).isEqualTo("2026-11-24T08:12:07.412Z");
        assertThat(item.content().title().sv()).isEqualTo(" Avgift");
        assertThat(item.content().kind().code()).isEqualTo("library-fee");
        assertThat(item.content().link()).contains("javascript:alert(1)");
        assertThat(item.content().dueOn()).contains(LocalDate.of(2026, 12, 14));
    }

    @Test
    void readsNothingBesideARemoval() {
        assertThat(read("{'version': 9007199254740991, 'removed': true, 'owner': 5, 'item': []}"))
                .isEqualTo(new Push(9_007_199_254_740_991L, Optional.empty()));
        assertThat(faults("{'removed': true, 'expiresAt': 'x'}")).containsExactly("/version required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'removed': false, 'version'", "'removed': false, 'other': 1, 'version'"})
    void readsAnItemThatIsNotRemoved(String before) {
        assertThat(read(WHOLE.replace("'version'", before)).item()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'version': 7 | 'version': 0 | /version minimum",
                "'version': 7 | 'version': 7.5 | /version type",
                "'version': 7 | 'version': '7' | /version type",
                "'version': 7 | 'version': 7, 'removed': 'true' | /removed type",
                "'version': 7, | | /version required",
                "/1.0/loa3 | /1.0/loa9 | /assurance unknown-value",
                "'http://id.elegnamnden.se/loa/1.0/loa3' | 3 | /assurance type",
                "'kind': 'signatory' | 'kind': 'friend' | /representatives/0/kind unknown-value",
                "{'kind': 'signatory'} | {} | /representatives/0/kind required",
                "{'kind': 'signatory'} | 'signatory' | /representatives/0 type",
                "'kind': 'signatory' | 'kind': 'guardian' | /representatives unique-items",
                "2027-05-04 | 2027-02-30 | /representatives/1/until format",
                "[{'kind': 'signatory'}, {'kind': 'guardian', 'until': '2027-05-04'}] | {} | /representatives type",
                "'expiresAt' | 'ends' | /expiresAt required",
                "2027-11-24T01:00:00+01:00 | 2027-11-24 | /expiresAt format",
                "2027-11-24T01:00:00+01:00 | 2027-11-24T01:00:00 | /expiresAt offset-missing",
                "2027-11-24T01:00:00+01:00 | 2028-01-01T13:00:00.001Z | /expiresAt maximum",
                "199001019802 | 199001019803 | /owner/value format",
                "personnummer | none | /owner/scheme unknown-value",
                "'owner': | 'own': | /owner required",
                "{'scheme': 'personnummer', 'value': '199001019802'} | 'x' | /owner type",
                "'item': { | 'item': [], 'rest': { | /item type",
                "'item': { | 'rest': { | /item required",
                "'kind': 'library-fee' | 'kind': '' | /item/kind min-length",
                "'en': 'Fee' | 'se': 'Fee' | /item/title/en required",
                "'sv': 'O' | 'sv': '' | /item/status/sv min-length",
                "2026-11-24T08:12:07.4129Z | 2026-11-24T08:12:07 | /item/updatedAt offset-missing",
                "'actionRequired': true | 'actionRequired': 'yes' | /item/actionRequired type",
                "2026-12-14 | 2026-13-14 | /item/dueOn format",
                "'javascript:alert(1)' | 7 | /item/link type"
            })
    void namesWhatIsWrong(String what, String instead, String fault) {
        assertThat(WHOLE).contains(what);
        assertThat(faults(WHOLE.replace(what, Objects.requireNonNullElse(instead, ""))))
                .containsExactly(fault);
    }

    @Test
    void boundsTextsInCharactersAndNotInOctets() {
        String longest = "\ud83d\ude00".repeat(300);

        assertThat(read(WHOLE.replace(" Avgift", longest)).version()).isEqualTo(7);
        assertThat(faults(WHOLE.replace(" Avgift", longest + "x"))).containsExactly("/item/title/sv max-length");
        assertThat(faults(WHOLE.replace("library-fee", "k".repeat(64)))).containsExactly("/item/kind max-length");
        assertThat(faults(WHOLE.replace("javascript:alert(1)", "l".repeat(2001))))
                .containsExactly("/item/link max-length");
    }

    @Test
    void namesEveryFault() {
        assertThat(faults("{}"))
                .containsExactlyInAnyOrder(
                        "/version required",
                        "/owner required",
                        "/assurance required",
                        "/expiresAt required",
                        "/item required");
        assertThat(faults("[]")).containsExactly("type");
    }

    @Test
    void takesAnItemThatHasExpiredAndOneThatAnyLevelSees() {
        PushedItem item = read(WHOLE.replace("2027-11-24T01", "2025-11-24T01")
                        .replace("http://id.elegnamnden.se/loa/1.0/loa3", "none"))
                .item()
                .orElseThrow();

        assertThat(item.ended(NOW)).isTrue();
        assertThat(item.audience().assurance()).isEmpty();
    }

    @Test
    void readsUpToWhenASourceHasPushed() {
        assertThat(asOf("{'asOf': '2026-11-27T13:00:00.0009+01:00', 'more': 1}"))
                .isEqualTo("2026-11-27T12:00:00Z");
        assertThat(asOf("{'asOf': '2026-11-27T13:01:00Z'}")).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | /asOf required",
                "[] | type",
                "{'asOf': 5} | /asOf type",
                "{'asOf': '2026-11-27'} | /asOf format",
                "{'asOf': '2026-11-27T13:00:00'} | /asOf offset-missing",
                "{'asOf': '2026-11-27T13:01:00.001Z'} | /asOf date-in-future"
            })
    void namesWhatIsWrongWithATime(String body, String fault) {
        assertThat(faults(() -> asOf(body))).containsExactly(fault);
    }

    private static Push read(String body) {
        return PushReader.push(document(body), LONGEST, NOW);
    }

    private static Instant asOf(String body) {
        return PushReader.asOf(document(body), NOW);
    }

    private static JsonDocument document(String body) {
        return new JsonInput(JsonLimits.DEFAULT).parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String body) {
        return faults(() -> read(body));
    }

    private static List<String> faults(Runnable reading) {
        return Objects.requireNonNull(catchThrowableOfType(RyggradException.class, reading::run))
                .problem()
                .faults()
                .stream()
                .map(fault -> (fault.where() + " " + fault.code().code()).strip())
                .toList();
    }
}
