package se.ryggrad.core.json.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;

/** Tells what the body of a search can say, and how its faults are named (CASE-097). */
class SearchReaderTest {

    @Test
    void readsWhatIsSearchedFor() {
        Identity anna = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");

        assertThat(read("{\"identity\":{\"scheme\":\"personnummer\",\"value\":\"199001019802\"},\"more\":1}"))
                .isEqualTo(new CaseQuery.Search(Optional.of(anna), Optional.empty()));
        assertThat(read("{\"registryNumber\":\" BYGG 2026/00123\"}"))
                .isEqualTo(new CaseQuery.Search(Optional.empty(), Optional.of(" BYGG 2026/00123")));
        String longest = "å".repeat(48) + "\uD83D\uDE00x";
        assertThat(read("{\"registryNumber\":\"" + longest + "\"}").registryNumber())
                .contains(longest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[]                                                                    | ' type'",
                "{}                                                                    | /identity required",
                "{\"other\":1}                                                         | /identity required",
                "{\"identity\":null}                                                   | /identity type",
                "{\"identity\":{}}                          | /identity/scheme required, /identity/value required",
                "{\"identity\":{\"scheme\":\"personnummer\"}}                          | /identity/value required",
                "{\"identity\":{\"value\":\"1\"}}                                      | /identity/scheme required",
                "{\"identity\":{\"scheme\":\"none\",\"value\":\"\"}}                     | /identity/scheme unknown-value",
                "{\"identity\":{\"scheme\":\"Personnummer\",\"value\":\"1\"}}            | /identity/scheme unknown-value",
                "{\"identity\":{\"scheme\":1,\"value\":2}}          | /identity/scheme type, /identity/value type",
                "{\"identity\":{\"scheme\":\"personnummer\",\"value\":\"199001019803\"}} | /identity/value format",
                "{\"identity\":{\"scheme\":\"prid\",\"value\":\"\"}}                     | /identity/value format",
                "{\"registryNumber\":5}                                                | /registryNumber type",
                "{\"registryNumber\":\"\"}                                             | /registryNumber min-length",
                "{\"identity\":5,\"registryNumber\":null}                   | /identity type, /registryNumber type"
            })
    void namesEachFault(String body, String faults) {
        assertThat(String.join(", ", faults(body))).isEqualTo(faults.replace("'", ""));
    }

    @Test
    void boundsTheNumberInCharacters() {
        assertThat(faults("{\"registryNumber\":\"" + "å".repeat(51) + "\"}"))
                .containsExactly("/registryNumber max-length");
    }

    @Test
    void tellsNoNumberInAFault() {
        RyggradException refused = catchThrowableOfType(
                RyggradException.class,
                () -> read("{\"identity\":{\"scheme\":\"personnummer\",\"value\":\"199001019803\"}}"));
        assertThat(refused.problem().toString() + refused).doesNotContain("199001019803");
    }

    private static List<String> faults(String body) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, () -> read(body));
        return refused.problem().faults().stream()
                .map(fault -> fault.where() + ' ' + fault.code().code())
                .toList();
    }

    private static CaseQuery.Search read(String body) {
        return SearchReader.read(new JsonInput(JsonLimits.DEFAULT).parse(body.getBytes(StandardCharsets.UTF_8)));
    }
}
