package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.run.Inventory;
import se.ryggrad.conformance.text.Texts;

/** Explains one requirement. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains one requirement.")
final class ExplainCommand implements Callable<Integer>, Speaking {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Language language = new Language();

    @Parameters(paramLabel = "ID", description = "The requirement, such as CASE-012.")
    private String id = "";

    @Override
    public String language() {
        return language.code();
    }

    @Override
    public Integer call() {
        Inventory inventory = Inventory.load();
        Entry entry = inventory
                .requirements()
                .find(id)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), language.texts().get("usage.unknown-requirement", id)));
        tell(spec.commandLine().getOut(), inventory, entry);
        return ExitCode.DONE;
    }

    private void tell(PrintWriter out, Inventory inventory, Entry entry) {
        Texts texts = language.texts();
        out.println(entry.id() + "  " + entry.level().word() + "  " + entry.role()
                + entry.option().map(o -> " (" + o + ")").orElse(""));
        out.println(entry.text().in(language.code()));
        out.println();
        out.println(texts.get("explain.source", texts.get("kind." + entry.kind()), entry.source()));
        entry.notTestable()
                .ifPresent(why -> out.println(
                        texts.get("explain.not-testable", why.reason().in(language.code()), why.provenBy())));
        inventory.checksOf(entry.id()).forEach(check -> out.println(texts.get("explain.check", check)));
        inventory
                .mutantsOf(entry.id())
                .forEach(mutant -> out.println(texts.get("explain.mutant", mutant.id(), mutant.fault())));
    }
}
