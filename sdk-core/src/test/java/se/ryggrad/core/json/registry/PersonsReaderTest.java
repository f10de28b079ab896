package se.ryggrad.core.json.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.registry.Protection;

/** Tests what of an answer about persons counts, and what spoils it (ID-062, ID-065). */
class PersonsReaderTest {

    private static final Identity ANNA = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");
    private static final Identity CHILD = new Identity(IdentityScheme.PERSONNUMMER, "201503149823");
    private static final Set<Identity> ASKED = Set.of(ANNA, CHILD);

    @Test
    void namesThoseWhoWereAskedAboutAndHaveAProtection() {
        assertThat(read(entry("199001019802", "sekretessmarkering") + "," + entry("196903269816", "x")
                        + ",{\"scheme\":\"personnummer\",\"value\":\"201503149823\"},"
                        + entry("no number at all", "skyddad-folkbokforing")))
                .contains(Map.of(ANNA, Protection.SEKRETESSMARKERING));
        assertThat(read("")).contains(Map.of());
    }

    @Test
    void keepsAKindThatIsNotKnown() {
        assertThat(read(entry("199001019802", "hemlig"))).contains(Map.of(ANNA, new Protection("hemlig")));
        assertThat(new Protection("hemlig").protects()).isTrue();
    }

    @Test
    void takesTheStrongerOfTwo() {
        String weaker = entry("199001019802", "sekretessmarkering");
        String stronger = entry("199001019802", "fingerade-personuppgifter");

        assertThat(read(weaker + "," + stronger)).isEqualTo(read(stronger + "," + weaker));
        assertThat(read(weaker + "," + stronger)).contains(Map.of(ANNA, Protection.FINGERADE_PERSONUPPGIFTER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "1",
                "{\"scheme\":\"personnummer\"}",
                "{\"scheme\":\"organisationsnummer\",\"value\":\"2120001066\"}",
                "{\"scheme\":\"personnummer\",\"value\":\"199001019802\",\"protection\":\"\"}",
                "{\"scheme\":\"personnummer\",\"value\":\"199001019802\",\"protection\":null}",
                "{\"scheme\":\"personnummer\",\"value\":\"199001019802\",\"protection\":true}",
                "{\"scheme\":\"personnummer\",\"value\":199001019802}"
            })
    void isSpoiledByOneEntry(String entry) {
        assertThat(read(entry("201503149823", "sekretessmarkering") + "," + entry))
                .isEmpty();
    }

    private static String entry(String number, String protection) {
        return "{\"scheme\":\"personnummer\",\"value\":\"" + number + "\",\"protection\":\"" + protection
                + "\",\"more\":[]}";
    }

    private static Optional<Map<Identity, Protection>> read(String entries) {
        return PersonsReader.read(
                ("{\"persons\":[" + entries + "],\"more\":1}").getBytes(StandardCharsets.UTF_8), ASKED);
    }
}
