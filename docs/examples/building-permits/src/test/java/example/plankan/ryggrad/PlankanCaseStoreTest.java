package example.plankan.ryggrad;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseStoreContract;

/** Holds the store against the SDK's contract, with Plankan following each change. */
class PlankanCaseStoreTest extends CaseStoreContract {

    @TempDir
    Path folder;

    @Override
    protected Plugs.Opening opening() {
        return clock -> new PlankanDatabase(folder).plugs();
    }
}
