package se.ryggrad.core.client.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.core.cases.EngineTesting;

/** Tests that the example of the guide does what the guide says, and is the one that is compiled. */
class ClientExampleTest extends EngineTesting {

    private static final Path GUIDE = Path.of("../docs/guide/embed-the-sdk.md");
    private static final Path EXAMPLE = Path.of("src/test/java/se/ryggrad/core/client/served/ClientExample.java");

    @Test
    void takesACaseThatNobodyHas() throws IOException {
        CaseView submitted = world.submit(ANNA, "plain", "{\"subject\":\"å\"}");
        try (ServedEngine served = new ServedEngine(world)) {
            ClientExample example = new ClientExample(served.client().cases());

            CaseView taken =
                    example.take(KARIN, new IdempotencyKey(UUID.randomUUID())).orElseThrow();

            assertThat(taken.shown().id()).isEqualTo(submitted.shown().id());
            assertThat(taken.shown().head().status()).isEqualTo(CaseStatus.IN_PROGRESS);
            assertThat(example.take(KARIN, new IdempotencyKey(UUID.randomUUID())))
                    .isEmpty();
        }
    }

    @Test
    void standsInTheGuideAsItIsCompiled() throws IOException {
        String section = Files.readString(GUIDE).split("## Speak to another system", 2)[1];
        String shown = section.split("```java\n", 3)[2].split("```", 2)[0];

        assertThat(plain(Files.readString(EXAMPLE))).contains(plain(shown));
        assertThat(shown).contains("Optional<CaseView> take(Caller officer, IdempotencyKey key) {");
    }

    private static String plain(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
