package se.ryggrad.server.portability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortableWarIT {

    private static final long MOST = 4_000_000;

    @TempDir
    Path folder;

    /** What an application grows by when it embeds the engine: the suite runs against this very file elsewhere. */
    @Test
    void growsAnApplicationByLessThanFourMegabytes() throws IOException {
        assertThat(Files.size(PortableWar.write(folder.resolve("portable.war"))))
                .isLessThan(MOST);
    }
}
