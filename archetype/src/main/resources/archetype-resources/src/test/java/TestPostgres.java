package ${package};

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Runs a PostgreSQL for the tests, on the port given, for as long as the Maven that started it. */
final class TestPostgres {
    private TestPostgres() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setPort(Integer.parseInt(arguments[0])).start()) {
            ProcessHandle.current().parent().orElseThrow().onExit().get();
        }
    }
}
