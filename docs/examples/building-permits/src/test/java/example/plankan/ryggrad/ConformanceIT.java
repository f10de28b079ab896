package example.plankan.ryggrad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.cli.ConformanceCommand;

/** Runs the conformance suite against the started service; the report lies in target/conformance. */
class ConformanceIT {

    @Test
    void meetsTheStandard() {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int exit = ConformanceCommand.execute(
                writer, writer, "run", "--target", System.getProperty("target"), "--out", "target/conformance");
        assertEquals(0, exit, said::toString);
    }
}
