package se.ryggrad.conformance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.text.Texts;

/** Writes what the verdict does not prove, and every requirement with its verdict, by chapter. */
record HtmlTables(Texts texts) {

    private static final int LIMITS = 6;
    private static final List<String> COLUMNS = List.of("id", "level", "text", "verdict");

    void write(Markup page, RunResult result) {
        heading(page, "limits");
        page.raw("<ul class=\"limits\">\n");
        for (int i = 1; i <= LIMITS; i++) {
            page.element("li", texts.get("html.limit." + i));
        }
        page.raw("</ul>\n</section>\n");
        heading(page, "all");
        Map<String, List<RequirementResult>> chapters = result.requirements().stream()
                .collect(Collectors.groupingBy(
                        r -> r.requirement().id().replaceAll("-.*", ""), LinkedHashMap::new, Collectors.toList()));
        chapters.forEach((chapter, requirements) -> table(page, chapter, requirements));
        page.raw("</section>\n");
    }

    private void heading(Markup page, String part) {
        String id = texts.language() + "-" + part;
        page.raw("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">")
                .text(texts.get("html." + part))
                .raw("</h2>\n");
    }

    private void table(Markup page, String chapter, List<RequirementResult> requirements) {
        page.raw("<table>\n<caption>")
                .text(chapter + " · " + texts.get("chapter." + chapter))
                .raw("</caption>\n<thead><tr>");
        for (String column : COLUMNS) {
            page.raw("<th scope=\"col\">").text(texts.get("column." + column)).raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        requirements.forEach(requirement -> row(page, requirement));
        page.raw("</tbody>\n</table>\n");
    }

    private void row(Markup page, RequirementResult result) {
        Entry entry = result.requirement();
        String word = result.verdict().word();
        page.raw("<tr><th scope=\"row\">");
        id(page, result);
        page.raw("</th><td>")
                .text(entry.level().word())
                .raw("</td><td>")
                .text(entry.text().in(texts.language()))
                .element("span", "source", texts.get("kind." + entry.kind()) + ": " + entry.source());
        entry.notTestable()
                .ifPresent(why -> page.element(
                        "span",
                        "source",
                        texts.get("explain.not-testable", why.reason().in(texts.language()), why.provenBy())));
        page.raw("</td><td class=\"" + word + "\"><span class=\"mark\" aria-hidden=\"true\">" + HtmlReport.mark(word));
        page.raw("</span> ").text(texts.get("one." + word)).raw("</td></tr>\n");
    }

    private void id(Markup page, RequirementResult result) {
        String id = result.requirement().id();
        if (HtmlFindings.among(result)) {
            page.raw("<a href=\"#" + HtmlFindings.anchor(texts, result) + "\">")
                    .text(id)
                    .raw("</a>");
        } else {
            page.text(id);
        }
    }
}
