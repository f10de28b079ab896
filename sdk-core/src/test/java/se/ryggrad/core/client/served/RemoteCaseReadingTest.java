package se.ryggrad.core.client.served;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.core.cases.contract.CaseReadingContract;

/** Holds an engine that is spoken to over HTTP against the contract. */
class RemoteCaseReadingTest extends CaseReadingContract {

    @AutoClose
    private final ServedEngine served;

    private final Cases cases;

    RemoteCaseReadingTest() throws IOException {
        served = new ServedEngine(world);
        cases = served.client().cases();
    }

    @Override
    protected Cases cases() {
        return cases;
    }
}
