package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks for what was erased in every answer of the running server, in its log and in its database (HAND-072 to HAND-081),
 * and for what is left of the readings of it (CASE-102).
 */
class ErasureIT {
    @TempDir
    private static Path data;

    @Test
    void leavesNothingOfWhatWasErased() throws IOException, ParseException, SQLException {
        ErasedCase subject = new ErasedCase();
        List<String> gone = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            subject.begin(server, data);
            gone.addAll(subject.redact(server, data));
            String told = subject.everything(server, data);

            assertThat(gone).noneMatch(told::contains);
            assertThat(told).contains("Kvarbrev", "Kanarieminne", "\"redacted\":{\"on\":");
            assertThat(subject.statuses(server, data)).containsExactly(200, 200, 200, 404, 201);
            assertThat(gone).noneMatch(server.log()::contains);
        }
        String rows = DatabaseText.of(data);
        assertThat(rows).contains("Kvarbrev", "Kanarieminne", ErasedCase.PARTY);
        assertThat(gone).noneMatch(rows::contains);
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            Client auditor = Client.colleague("rita", server, data, "auditor@conformance-a");
            AuditedLog before = AuditedLog.sealed(auditor, "conformance-a");
            gone.addAll(before.salts());
            gone.addAll(subject.dispose(server, data));
            AuditedLog after = AuditedLog.sealed(auditor, "conformance-a");
            assertThat(before.contents()).isNotEmpty();
            assertThat(after.entries()).hasSizeGreaterThan(before.entries().size());
            assertThat(after.salts()).as("nobody has read the case since").isEmpty();
            String told = subject.everything(server, data);

            assertThat(gone).noneMatch(told::contains);
            assertThat(subject.statuses(server, data)).containsOnly(404);
            assertThat(subject.shown(server, data))
                    .containsKeys("disposed", "registryNumber")
                    .doesNotContainKeys("officer", "demandFrom", "result");
            assertThat(gone).noneMatch(server.log()::contains);
        }
        String left = DatabaseText.of(data);
        assertThat(left).contains("KS 1", "KS 2");
        assertThat(gone).noneMatch(left::contains);
    }
}
