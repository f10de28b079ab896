package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.ryggrad.conformance.cli.option.Language;
import se.ryggrad.conformance.text.Texts;

/** A command that answers in a language that its user may choose. */
abstract class SpokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Language language = new Language();

    final Texts texts() {
        return language.texts();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final ParameterException bad(String key, Object... values) {
        return new ParameterException(spec.commandLine(), texts().get(key, values));
    }
}
