package se.ryggrad.server.it;

import java.nio.file.Path;

class PostgresStatementsIT extends StatementCounts {
    @Override
    StatementLog open(Path folder) {
        return new PostgresStatementLog(folder);
    }
}
