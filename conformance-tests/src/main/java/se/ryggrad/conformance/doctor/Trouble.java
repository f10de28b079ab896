package se.ryggrad.conformance.doctor;

import java.util.List;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.text.Texts;

/**
 * Something that stands in the way of a run.
 *
 * @param key the text that names it and what to change
 * @param values what to fill in
 * @param blame where the cause lies
 */
public record Trouble(String key, List<String> values, Blame blame) {

    /** Copies the values. */
    public Trouble {
        values = List.copyOf(values);
    }

    /** Returns one sentence that names the trouble and what to change. */
    public String sentence(Texts texts) {
        return texts.get(key, values.toArray());
    }
}
