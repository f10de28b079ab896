package se.ryggrad.conformance.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import se.ryggrad.conformance.wire.Exchange;

/** What runner and checks hand to each other: the run, and the exchanges of the checks that did not pass. */
public final class Journal {

    /** Where it lies in the store of the launcher's session. */
    public static final Namespace NAMESPACE = Namespace.create(Journal.class);

    private final RunContext run;
    private final Map<String, List<Exchange>> exchanges = new ConcurrentHashMap<>();

    /** Opens the journal of a run. */
    public Journal(RunContext run) {
        this.run = run;
    }

    /** Returns the run. */
    public RunContext run() {
        return run;
    }

    /** Returns the exchanges of a check that did not pass, by its unique id; empty for any other. */
    public List<Exchange> exchanges(String check) {
        return exchanges.getOrDefault(check, List.of());
    }

    void keep(String check, List<Exchange> made) {
        exchanges.put(check, made);
    }
}
