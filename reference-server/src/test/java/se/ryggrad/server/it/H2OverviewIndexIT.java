package se.ryggrad.server.it;

import java.nio.file.Path;

class H2OverviewIndexIT extends OverviewIndexTests {
    @Override
    StatementLog open(Path folder) {
        return new H2StatementLog(folder);
    }
}
