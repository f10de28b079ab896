package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries every operation on one case as everybody who could ask, and keeps the guide's tables of it in step;
 * {@code -Dryggrad.regenerate=true} writes them.
 */
class AccessMatrixIT {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "who-may-do-what.md");
    private static final String MARK = "## Reading\n";
    private static final AccessMatrix NOWHERE = new AccessMatrix(CaseAddresses.nowhere(), Onlookers.GRETA);

    @TempDir
    static Path data;

    @Test
    void letsNobodyInWhoHasNothingToDoWithTheCase() throws IOException, ParseException {
        Map<String, String> settings = Map.of("ryggrad.authority.byggnadsnamnden.units", "bygglov,tillsyn,plan");
        try (ServerProcess server = ServerProcess.start(data, settings)) {
            Onlookers people = new Onlookers(server, data);
            WatchedCase watched = WatchedCase.begin(people);
            AccessMatrix matrix = new AccessMatrix(watched.addresses(), Onlookers.GRETA);
            List<Onlooker> all = people.all();
            String reading = reading(all, matrix);
            String open = acting(all, matrix);
            watched.decide();
            String tables = MARK + "\n" + reading + "\n## Acting on a case in progress\n\n" + open
                    + "\n## Acting on a decided case\n\n" + acting(all, matrix)
                    + "\n## Reading a case with a protected party\n\n" + guarded(server);

            String guide = Files.readString(GUIDE);
            String before = guide.substring(0, guide.indexOf(MARK));
            if (Boolean.getBoolean("ryggrad.regenerate")) {
                Files.writeString(GUIDE, before + tables);
            }
            assertThat(Files.readString(GUIDE)).isEqualTo(before + tables);
        }
    }

    private static String guarded(ServerProcess server) throws IOException, ParseException {
        GuardedOnlookers people = new GuardedOnlookers(server, data);
        return reading(people.all(), new AccessMatrix(people.begin(), GuardedOnlookers.CHILD));
    }

    private static String reading(List<Onlooker> all, AccessMatrix matrix) throws IOException {
        StringBuilder table = new StringBuilder();
        for (Onlooker onlooker : all) {
            Map<String, String> found = matrix.readings(onlooker.client());
            if (table.isEmpty()) {
                List<String> columns = new ArrayList<>(List.of("who asks"));
                columns.addAll(found.keySet());
                table.append(AccessMatrix.head(columns));
            }
            if (onlooker.stranger()) {
                unseen(onlooker, found, NOWHERE.readings(onlooker.client()));
            }
            table.append(AccessMatrix.line(Stream.concat(Stream.of(onlooker.relation()), found.values().stream())));
        }
        return table.toString();
    }

    private static String acting(List<Onlooker> all, AccessMatrix matrix) throws IOException, ParseException {
        StringBuilder table = new StringBuilder(
                AccessMatrix.head(List.of("who asks", "may", "not now (409)", "never (403)", "otherwise")));
        for (Onlooker onlooker : all) {
            Map<String, String> found = matrix.actions(onlooker.client());
            if (onlooker.stranger()) {
                unseen(onlooker, found, NOWHERE.actions(onlooker.client()));
            }
            String never = AccessMatrix.those(found, "403");
            String others = String.join(
                    ", ",
                    found.values().stream()
                            .filter(status -> !List.of("422", "409", "403").contains(status))
                            .distinct()
                            .toList());
            table.append(AccessMatrix.line(Stream.of(
                    onlooker.relation(),
                    AccessMatrix.those(found, "422"),
                    AccessMatrix.those(found, "409"),
                    never.split(", ").length == found.size() ? "all" : never.isEmpty() ? "" : "the rest",
                    others)));
        }
        return table.toString();
    }

    /** Expects each answer to be what a case that does not exist gives. */
    private static void unseen(Onlooker onlooker, Map<String, String> found, Map<String, String> nothing) {
        assertThat(nothing).as(onlooker.relation()).doesNotContainValue("yes");
        assertThat(found).as(onlooker.relation()).isEqualTo(nothing);
    }
}
