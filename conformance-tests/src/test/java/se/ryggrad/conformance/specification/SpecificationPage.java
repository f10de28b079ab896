package se.ryggrad.conformance.specification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts the page together: chapters with their requirements, then the tables. */
final class SpecificationPage {

    private final Standard standard;
    private final Labels labels;
    private final Requirements requirements;
    private final RequirementBlock block;
    private final List<Entry> contents = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    private SpecificationPage(Language language) {
        standard = new Standard();
        labels = Labels.of(language);
        block = new RequirementBlock(labels);
        requirements = new Requirements(standard.requirements(), block);
        standard.chapters(language).forEach(this::chapter);
        lifecycle();
        references();
    }

    /** Makes the page in a language from the standard as it stands in the sources. */
    static SpecificationPage in(Language language) {
        return new SpecificationPage(language);
    }

    /** Returns the requirements that the chapters place, in order and with repetitions. */
    List<String> placedRequirements() {
        return requirements.placed();
    }

    String html() {
        Map<String, Supplier<String>> places = Map.of(
                "lang", labels.language()::tag,
                "title", () -> labels.text("title", standard.version()),
                "style", () -> resource("specification.css"),
                "skip", () -> labels.text("skip"),
                "head", this::head,
                "contents-label", () -> labels.text("contents"),
                "contents", this::contents,
                "body", body::toString,
                "foot", () -> labels.text("foot"));
        String page = resource("specification.html");
        for (Map.Entry<String, Supplier<String>> place : places.entrySet()) {
            page = page.replace("${" + place.getKey() + "}", place.getValue().get());
        }
        return page;
    }

    private void chapter(Path file) {
        Chapter chapter = new Chapter(file, requirements);
        contents.addAll(chapter.headings());
        body.append(chapter.html());
    }

    private void lifecycle() {
        Lifecycle lifecycle = new Lifecycle(standard.json("lifecycle"));
        LifecycleTables tables = new LifecycleTables(lifecycle, labels);
        open("lifecycle");
        body.append("<figure class=\"diagram\"><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.escape(labels.text("diagram.title")))
                .append("\">\n")
                .append(new LifecycleDiagram(lifecycle, labels).svg())
                .append("</div><figcaption>")
                .append(labels.text("diagram.caption"))
                .append("</figcaption></figure>\n");
        part("matrix", tables.matrix());
        part("rows", tables.rows());
        part("actors", tables.actors());
        close();
    }

    private void references() {
        ReferenceTables tables = new ReferenceTables(standard, labels);
        open("reference");
        part("operations", tables.operations());
        part("problems", tables.problems());
        part("codes", tables.codes());
        part("event-types", tables.events());
        part("levels", tables.levels());
        part("index", index());
        close();
    }

    private void open(String key) {
        Entry entry = new Entry(2, key, labels.text(key));
        contents.add(entry);
        body.append("<section>\n")
                .append(entry.html())
                .append("<p>")
                .append(labels.text(key + ".intro"))
                .append("</p>\n");
    }

    private void part(String key, String html) {
        Entry entry = new Entry(3, key, labels.text(key));
        contents.add(entry);
        body.append(entry.html());
        if (labels.has(key + ".intro")) {
            body.append("<p>").append(labels.text(key + ".intro")).append("</p>\n");
        }
        body.append(html);
    }

    private void close() {
        body.append("</section>\n");
    }

    private String index() {
        StringBuilder index = new StringBuilder("<ul class=\"index\">\n");
        standard.requirements()
                .forEach((id, requirement) -> index.append("<li><a href=\"#")
                        .append(id)
                        .append("\">")
                        .append(id)
                        .append("</a> ")
                        .append(block.badge(requirement.path("level").asString()))
                        .append("</li>\n"));
        return index.append("</ul>\n").toString();
    }

    private String head() {
        Map<String, Long> counts = standard.requirements().values().stream()
                .map(requirement -> requirement.path("level").asString())
                .collect(Collectors.groupingBy(level -> level, Collectors.counting()));
        String levels = List.of("SKA", "BÖR", "FÅR").stream()
                .map(level -> "<div><dt>" + block.badge(level) + "</dt><dd>"
                        + labels.text("means." + Html.slug(level), counts.getOrDefault(level, 0L)) + "</dd></div>")
                .collect(Collectors.joining("\n"));
        String other = labels.language().other().tag();
        return "<p class=\"other\"><a href=\"" + other + ".html\" hreflang=\"" + other + "\" lang=\"" + other + "\">"
                + labels.text("other") + "</a></p>\n<h1>" + labels.text("name") + " <span class=\"version\">"
                + standard.version() + "</span></h1>\n<p class=\"lead\">" + labels.text("lead")
                + "</p>\n<dl class=\"levels\">\n"
                + levels + "\n</dl>\n";
    }

    private String contents() {
        StringBuilder list = new StringBuilder("<ol>\n");
        boolean inPart = false;
        for (Entry entry : contents) {
            boolean part = entry.level() > 2;
            list.append(part && !inPart ? "<ol>\n" : "").append(!part && inPart ? "</ol></li>\n" : "");
            list.append("<li><a href=\"#")
                    .append(entry.id())
                    .append("\">")
                    .append(Html.escape(entry.title()))
                    .append("</a>");
            list.append(part ? "</li>\n" : "\n");
            inPart = part;
        }
        return list.append(inPart ? "</ol></li>\n" : "").append("</ol>\n").toString();
    }

    private static String resource(String name) {
        return Standard.read(
                Path.of("src", "test", "resources", "se", "ryggrad", "conformance", "specification", name));
    }
}
