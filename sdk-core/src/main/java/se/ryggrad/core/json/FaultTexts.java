package se.ryggrad.core.json;

import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.LocalizedText;

/** Says the standard's own words for each code of fault ({@code codes.json}). */
public final class FaultTexts {

    private static final Map<String, LocalizedText> TEXTS = StandardFiles.json("codes.json").items("codes").stream()
            .flatMap(item -> item.asObject().stream())
            .collect(Collectors.toUnmodifiableMap(
                    item -> item.text("code").orElseThrow(),
                    item -> localized(item.object("text").orElseThrow())));

    private FaultTexts() {}

    /** Returns the text of {@code code}. */
    public static LocalizedText of(FaultCode code) {
        LocalizedText text = TEXTS.get(code.code());
        return text == null ? new LocalizedText(code.code(), code.code()) : text;
    }

    /** Returns the fault {@code code} at {@code pointer}, in the standard's own words. */
    public static Fault at(String pointer, FaultCode code) {
        return Fault.at(pointer, code, of(code));
    }

    /** Returns the fault {@code code} of a header or query parameter, in the standard's own words. */
    public static Fault of(String parameter, FaultCode code) {
        return Fault.of(parameter, code, of(code));
    }

    /** Returns the text in an object {@code {"sv": …, "en": …}}. */
    public static LocalizedText localized(JsonTree.ObjectNode both) {
        return new LocalizedText(both.text("sv").orElseThrow(), both.text("en").orElseThrow());
    }
}
