package se.ryggrad.core.rest.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

class SpoolTest {

    @Test
    void givesBackWhatCameInAsOftenAsItIsRead() throws IOException {
        byte[] octets = new byte[200_000];
        new Random(1).nextBytes(octets);
        try (Spool spool = Spool.of(new ByteArrayInputStream(octets), octets.length)) {
            assertThat(spool.content().readAllBytes()).isEqualTo(octets);
            assertThat(spool.content().readAllBytes()).isEqualTo(octets);
        }
    }

    @Test
    void refusesOneOctetTooMuchAndLeavesNoFile() throws IOException {
        Set<Path> before = files();
        assertThatThrownBy(() -> Spool.of(new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE));
        Spool.of(new ByteArrayInputStream(new byte[10]), 10).close();
        assertThat(files()).isEqualTo(before);
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ryggrad-upload-"))
                    .collect(Collectors.toSet());
        }
    }
}
