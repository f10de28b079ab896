package se.ryggrad.core.json.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonOutput;

/** Tests whom a search among representations names, and what is wrong with one (MINA-009, MINA-010). */
class RepresentationSearchTest {

    private static final Identity ANNA = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");

    @Test
    void readsWhatItWrites() {
        assertThat(read(new String(JsonOutput.bytes(RepresentationSearch.question(ANNA)), StandardCharsets.UTF_8)))
                .isEqualTo(ANNA);
        assertThat(read("{'more': 1, 'represented': {'scheme': 'organisationsnummer', 'value': '2120001066', 'x': 2}}"))
                .isEqualTo(new Identity(IdentityScheme.ORGANISATIONSNUMMER, "2120001066"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] |  type",
                "{} | /represented required",
                "{'represented': 5} | /represented type",
                "{'represented': null} | /represented type",
                "{'represented': {'value': '199001019802'}} | /represented/scheme required",
                "{'represented': {'scheme': 'personnummer'}} | /represented/value required",
                "{'represented': {'scheme': 'personnummer', 'value': 5}} | /represented/value type",
                "{'represented': {'scheme': 'none', 'value': ''}} | /represented/scheme unknown-value",
                "{'represented': {'scheme': 'PRID', 'value': 'x'}} | /represented/scheme unknown-value",
                "{'represented': {'scheme': 'passport', 'value': 'x'}} | /represented/scheme unknown-value",
                "{'represented': {'scheme': 'personnummer', 'value': '199001019803'}} | /represented/value format",
                "{'represented': {'scheme': 'personnummer', 'value': ''}} | /represented/value format"
            })
    void namesWhatIsWrong(String body, String fault) {
        assertThat(faults(body)).containsExactly(fault);
    }

    @Test
    void namesEveryFault() {
        assertThat(faults("{'represented': {}}"))
                .containsExactly("/represented/scheme required", "/represented/value required");
    }

    private static List<String> faults(String body) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, () -> read(body));
        return Objects.requireNonNull(refused).problem().faults().stream()
                .map(fault -> fault.where() + " " + fault.code().code())
                .map(String::strip)
                .toList();
    }

    private static Identity read(String body) {
        byte[] octets = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RepresentationSearch.read(new JsonInput(JsonLimits.DEFAULT).parse(octets));
    }
}
