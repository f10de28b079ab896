package se.ryggrad.core.client.served;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.core.cases.contract.AccessAuditContract;

/** Holds what is spoken to over HTTP against the contract. */
class RemoteAccessAuditTest extends AccessAuditContract {

    @AutoClose
    private final ServedEngine served;

    private final AccessAudit audit;

    RemoteAccessAuditTest() throws IOException {
        served = new ServedEngine(world);
        audit = served.client().audit();
    }

    @Override
    protected AccessAudit audit() {
        return audit;
    }
}
