package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.registry.Bilingual;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.run.Inventory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the requirements with their checks and mutants. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every requirement of the standard.")
final class ListCommand extends SpokenCommand {

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to write them: text (default) or json.")
    private Format format = Format.text;

    @Override
    public Integer call() {
        PrintWriter out = out();
        Inventory inventory = Inventory.load();
        if (format == Format.json) {
            ArrayNode all = Json.array();
            inventory.requirements().entries().forEach(e -> all.add(tree(inventory, e)));
            out.println(Json.pretty(all));
        } else {
            inventory
                    .requirements()
                    .entries()
                    .forEach(e -> out.printf(
                            "%-9s %-3s  %s%n",
                            e.id(), e.level().word(), e.text().in(texts().language())));
        }
        return ExitCode.DONE;
    }

    private static ObjectNode tree(Inventory inventory, Entry entry) {
        ObjectNode tree = Json.object(
                "id", entry.id(),
                "level", entry.level().word(),
                "role", entry.role());
        entry.option().ifPresent(option -> tree.put("option", option));
        tree.put("kind", entry.kind()).put("source", entry.source());
        tree.set("text", text(entry.text()));
        tree.set("checks", Json.array(inventory.checksOf(entry.id()).toArray()));
        tree.set(
                "mutants",
                Json.array(inventory.mutantsOf(entry.id()).stream()
                        .map(Inventory.Mutant::id)
                        .toArray()));
        entry.notTestable()
                .ifPresent(why ->
                        tree.set("notTestable", Json.object("reason", text(why.reason()), "provenBy", why.provenBy())));
        return tree;
    }

    private static ObjectNode text(Bilingual text) {
        return Json.object("sv", text.sv(), "en", text.en());
    }

    /** The formats. */
    enum Format {
        text,
        json
    }
}
