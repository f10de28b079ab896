package se.ryggrad.server.it;

import java.nio.file.Path;

class PostgresOverviewIndexIT extends OverviewIndexTests {
    @Override
    StatementLog open(Path folder) {
        return new PostgresStatementLog(folder);
    }
}
