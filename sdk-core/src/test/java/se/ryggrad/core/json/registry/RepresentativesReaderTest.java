package se.ryggrad.core.json.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.registry.RegisteredRepresentative;

/** Tests what of a registry's answer about who represents somebody counts, and what spoils it (ID-070). */
class RepresentativesReaderTest {

    private static final String ENTRY = """
            {"id": "vh-1", "kind": "guardian", "rights": ["read", "act", "fly"], "jointly": true,
             "representative": {"scheme": "personnummer", "value": "199001019802", "name": "Alva Ek", "more": 1e99},
             "services": ["bygglov", "No Service"], "from": "2015-03-14", "until": "2033-03-13", "more": null}
            """;

    @Test
    void readsAnEntryAndNoName() {
        RegisteredRepresentative read = read(ENTRY).orElseThrow().get(0);

        assertThat(read.reference()).isEqualTo("vh-1");
        assertThat(read.kind()).isEqualTo(RepresentationKind.GUARDIAN);
        assertThat(read.representative().value()).isEqualTo("199001019802");
        assertThat(read.rights()).containsExactlyInAnyOrder(RepresentationRight.READ, RepresentationRight.ACT);
        assertThat(read.jointly()).isTrue();
        assertThat(read.services()).contains(Set.of(new ServiceId("bygglov")));
        assertThat(read.from()).contains(LocalDate.of(2015, 3, 14));
        assertThat(read.until()).contains(LocalDate.of(2033, 3, 13));
        assertThat(read.toString()).doesNotContain("199001019802", "vh-1", "Alva");
    }

    @Test
    void leavesOutAnUnknownKindAndKeepsTheRest() {
        String unknown = changed("guardian", "butler").replace("vh-1", "vh-2");

        assertThat(read(unknown + "," + ENTRY).orElseThrow())
                .extracting(RegisteredRepresentative::reference)
                .containsExactly("vh-1");
    }

    @Test
    void readsAThousandEntriesAndNoMore() {
        assertThat(read(entries(1000)))
                .hasValueSatisfying(all -> assertThat(all).hasSize(1000));
        assertThat(read(entries(1001))).isEmpty();
        assertThat(read("")).contains(List.of());
    }

    @Test
    void refusesAnIdThatTwoHave() {
        assertThat(read(ENTRY + "," + ENTRY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"representations\": []}", "{\"representatives\": {}}"})
    void refusesAnotherContent(String body) {
        assertThat(RepresentativesReader.read(body.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "199001019802|199001019803",
                "\"personnummer\"|\"none\"",
                "\"personnummer\"|\"organisationsnummer\"",
                "2015-03-14|2015-02-30",
                "\"2033-03-13\"|20330313",
                "\"jointly\": true|\"jointly\": \"true\"",
                "[\"bygglov\", \"No Service\"]|\"bygglov\"",
                "\"fly\"|7",
                "\"id\": \"vh-1\"|\"id\": \"\"",
                "\"representative\":|\"represented\":",
                "\"kind\": \"guardian\"|\"sort\": \"guardian\""
            })
    void refusesAWholeAnswerForOneFault(String sound, String faulty) {
        assertThat(read(changed(sound, faulty))).isEmpty();
    }

    private static String changed(String sound, String faulty) {
        assertThat(ENTRY).contains(sound);
        return ENTRY.replace(sound, faulty);
    }

    private static String entries(int number) {
        return IntStream.range(0, number)
                .mapToObj(place -> changed("vh-1", "vh-" + place))
                .collect(Collectors.joining(","));
    }

    private static Optional<List<RegisteredRepresentative>> read(String entries) {
        return RepresentativesReader.read(
                ("{\"representatives\": [" + entries + "]}").getBytes(StandardCharsets.UTF_8));
    }
}
