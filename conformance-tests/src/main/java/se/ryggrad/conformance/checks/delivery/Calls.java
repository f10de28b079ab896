package se.ryggrad.conformance.checks.delivery;

import java.util.List;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.channel.Operators;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.http.ConformanceFailure;

/** Judges how an operator of a channel was called. */
final class Calls {

    private Calls() {}

    /**
     * Expects a call as the chapter says: by POST to the right address, in JSON, with the token, after a schema.
     *
     * @param called the call
     * @param path the end of the address
     * @param schema the schema of the body
     */
    static void expectByContract(Called called, String path, String schema) {
        expect(called.method().equals("POST"), "the method POST", called.method());
        expect(called.target().endsWith(path), "the address that ends with " + path, "another");
        String type = called.header("content-type");
        expect(type.matches("(?i)application/json\\s*(;.*)?"), "Content-Type application/json", type);
        boolean token = called.header("authorization").equals("Bearer " + Operators.TOKEN);
        expect(token, "the token of the channel in Authorization", "another");
        List<String> faults = Schemas.faults(called.json(), schema);
        expect(faults.isEmpty(), "a body after the schema " + schema, "its faults: " + String.join("; ", faults));
    }

    /** Expects what the words say. */
    static void expect(boolean good, String expected, String actual) {
        if (!good) {
            throw ConformanceFailure.of(expected, actual);
        }
    }
}
