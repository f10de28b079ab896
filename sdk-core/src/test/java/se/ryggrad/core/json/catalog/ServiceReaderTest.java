package se.ryggrad.core.json.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.Fault;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

class ServiceReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "manual",
                "high",
                "automatic",
                "anonymous",
                "paper",
                "authority",
                "information",
                "legality",
                "b"
            })
    void readsEveryConformanceService(String name) {
        JsonTree.ObjectNode json = StandardFiles.json("services/conformance-" + name + ".json");
        assertThat(ServiceReader.faults(new JsonDocument(json, List.of()))).isEmpty();
        ServiceDefinition definition = ServiceReader.read(json);
        assertThat(definition.id().value()).isEqualTo("conformance-" + name);
        assertThat(definition.anonymous()).isEqualTo("anonymous".equals(name));
        assertThat(definition.document()).isEqualTo(CanonicalJson.of(json));
    }

    @Test
    void namesAllFaultsAtOnce() {
        JsonTree.ObjectNode broken = JsonTree.object()
                .putAll(StandardFiles.json("services/conformance-plain.json"))
                .put("version", "1")
                .put("track", "railway")
                .put("assurance", "http://example.se/loa9")
                .put("colour", "red")
                .put("se.example.colour", "red")
                .putTexts("audience", List.of("person", "person", "dog"))
                .put("title", JsonTree.object().put("sv", "").build())
                .build();
        assertThat(ServiceReader.faults(new JsonDocument(broken, List.of())))
                .extracting(fault -> fault.where() + ' ' + fault.code().code())
                .containsExactlyInAnyOrder(
                        "/version pattern",
                        "/track unknown-value",
                        "/assurance unknown-value",
                        "/colour unknown-member",
                        "/audience unique-items",
                        "/audience/2 unknown-value",
                        "/title/sv min-length",
                        "/title/en required");
    }

    @Test
    void refusesWhatIsNoObject() {
        List<Fault> faults = ServiceReader.faults(new JsonDocument(JsonTree.of("x"), List.of()));
        assertThat(faults).extracting(Fault::where).containsExactly("");
    }
}
