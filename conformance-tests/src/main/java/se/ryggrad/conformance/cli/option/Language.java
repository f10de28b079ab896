package se.ryggrad.conformance.cli.option;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.text.Texts;

/** The option that chooses the language. */
public final class Language {

    private static final String NAME = "--lang";

    @Option(
            names = NAME,
            paramLabel = "sv|en",
            defaultValue = "sv",
            description = "Language of messages, and the first one of the report: sv (default) or en.")
    private Choice choice = Choice.sv;

    /** Creates the option with its default. */
    public Language() {}

    /** Returns the texts in the chosen language. */
    public Texts texts() {
        return Texts.in(choice.name());
    }

    /** Returns the texts in the language that arguments ask for, which may be wrong in some other way. */
    public static Texts askedFor(String... arguments) {
        List<String> all = Arrays.asList(arguments);
        int place = all.indexOf(NAME);
        boolean english = all.contains(NAME + "=en")
                || (place >= 0 && place + 1 < all.size() && all.get(place + 1).equals("en"));
        return Texts.in(english ? "en" : "sv");
    }

    /** The languages. */
    public enum Choice {
        /** Swedish. */
        sv,
        /** English. */
        en
    }
}
