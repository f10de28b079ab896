package se.ryggrad.conformance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsAddedAndNothingFromBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("server.log"), "före\n");
        LogFile log = LogFile.from(file);
        assertThat(log.get()).isEmpty();

        Files.writeString(file, "under\n", StandardOpenOption.APPEND);
        assertThat(log.get()).isEqualTo("under\n");
        assertThat(log.get()).as("again").isEqualTo("under\n");
    }

    @Test
    void readsAllOfAFileThatIsBegunAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("server.log"), "a long line from before the run\n");
        LogFile log = LogFile.from(file);

        Files.writeString(file, "new\n");

        assertThat(log.get()).isEqualTo("new\n");
    }
}
