package se.ryggrad.core.rest.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Finds the texts of problems: titles in the standard, details in bundles. */
public final class ProblemTexts {

    private static final Map<String, LocalizedText> TITLES =
            StandardFiles.json("problems.json").items("problems").stream()
                    .flatMap(item -> item.asObject().stream())
                    .collect(Collectors.toUnmodifiableMap(
                            item -> item.text("type").orElseThrow(), ProblemTexts::title));
    private static final Properties SV = bundle("details_sv.properties");
    private static final Properties EN = bundle("details_en.properties");

    private ProblemTexts() {}

    /** Returns the title of {@code type}, as the standard publishes it. */
    public static LocalizedText title(ProblemType type) {
        return Objects.requireNonNull(TITLES.get(type.urn()), type.urn());
    }

    /**
     * Returns the detail with {@code key}.
     *
     * @throws NullPointerException when a bundle lacks it
     */
    public static LocalizedText detail(String key) {
        return new LocalizedText(
                Objects.requireNonNull(SV.getProperty(key), key), Objects.requireNonNull(EN.getProperty(key), key));
    }

    /** Returns the refusal of {@code type} with the detail {@code key}. */
    public static RyggradException refusal(ProblemType type, String key) {
        return RyggradException.of(type, detail(key));
    }

    /** Returns the refusal of {@code type} with the detail {@code key} and one header or parameter at fault. */
    public static RyggradException refusal(ProblemType type, String key, Fault fault) {
        return RyggradException.of(Problem.of(type, detail(key), java.util.List.of(fault)));
    }

    private static LocalizedText title(JsonTree.ObjectNode problem) {
        return FaultTexts.localized(problem.object("title").orElseThrow());
    }

    private static Properties bundle(String name) {
        Properties bundle = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ProblemTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            bundle.load(in);
            return bundle;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
