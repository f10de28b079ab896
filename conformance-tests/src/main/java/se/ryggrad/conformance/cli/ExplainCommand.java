package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.run.Inventory;
import se.ryggrad.conformance.text.Texts;

/** Explains one requirement. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains one requirement.")
final class ExplainCommand extends SpokenCommand {

    @Parameters(paramLabel = "ID", description = "The requirement, such as CASE-012.")
    private String id = "";

    @Override
    public Integer call() {
        Inventory inventory = Inventory.load();
        Entry entry = inventory.requirements().find(id).orElseThrow(() -> bad("usage.unknown-requirement", id));
        tell(out(), inventory, entry);
        return ExitCode.DONE;
    }

    private void tell(PrintWriter out, Inventory inventory, Entry entry) {
        Texts texts = texts();
        out.println(entry.id() + "  " + entry.level().word() + "  " + entry.role()
                + entry.option().map(o -> " (" + o + ")").orElse(""));
        out.println(entry.text().in(texts.language()));
        out.println();
        out.println(texts.get("explain.source", texts.get("kind." + entry.kind()), entry.source()));
        entry.notTestable()
                .ifPresent(why -> out.println(
                        texts.get("explain.not-testable", why.reason().in(texts.language()), why.provenBy())));
        inventory.checksOf(entry.id()).forEach(check -> out.println(texts.get("explain.check", check)));
        inventory
                .mutantsOf(entry.id())
                .forEach(mutant -> out.println(texts.get("explain.mutant", mutant.id(), mutant.fault())));
    }
}
