package se.ryggrad.conformance.doctor;

import java.util.ArrayList;
import java.util.List;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.text.Texts;

/**
 * What a system under test must be set to.
 *
 * <p>Written as the settings of the reference server, with a line of words for each, so that whoever has another system
 * can find its own.
 *
 * @param listen host and port of the suite's counterparties
 * @param runs how many runs are to go side by side
 * @param texts the language of the words
 */
public record Settings(String listen, int runs, Texts texts) {

    private static final List<String> KINDS = List.of("person", "person-2", "officer", "system");

    /** Returns the lines to print. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        comment(lines, "settings.environment");
        lines.add("ryggrad.environment=test");
        comment(lines, "settings.issuers");
        for (int slot = 1; slot <= runs; slot++) {
            for (String kind : KINDS) {
                issuer(lines, slot, kind);
            }
        }
        comment(lines, "settings.services", String.join(", ", Services.ids()));
        lines.add("ryggrad.conformance-services=true");
        comment(lines, "settings.systems");
        comment(lines, "settings.client", "suite-system", "conformance-a, conformance-b");
        comment(lines, "settings.client", "suite-system-b", "conformance-b");
        return lines;
    }

    private void issuer(List<String> lines, int slot, String kind) {
        String url = "http://" + listen + "/" + slot + "/" + kind;
        String name = "ryggrad.issuer.suite-" + slot + "-" + kind;
        lines.add(name + ".url=" + url);
        lines.add(name + ".jwks=" + url + "/jwks.json");
        lines.add(name + ".algorithms=ES256,RS256,PS256");
        lines.add(name + ".actors=" + kind.replace("-2", ""));
    }

    private void comment(List<String> lines, String key, Object... values) {
        lines.add("# " + texts.get(key, values));
    }
}
