package se.ryggrad.conformance.cli;

import picocli.CommandLine.Option;
import se.ryggrad.conformance.text.Texts;

/** The option that chooses the language. */
final class Language {

    @Option(
            names = "--lang",
            paramLabel = "sv|en",
            defaultValue = "sv",
            description = "Language of messages and report: sv (default) or en.")
    private Choice choice = Choice.sv;

    String code() {
        return choice.name();
    }

    Texts texts() {
        return Texts.in(code());
    }

    /** The languages. */
    enum Choice {
        sv,
        en
    }
}
