package se.ryggrad.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.text.Texts;

/**
 * Writes a run for people: one page that needs nothing beside itself, no scripts, printable, in one language.
 *
 * <p>Verdicts are told by words and never by colour alone; details fold with the browser's own means (WCAG 2.1 AA).
 */
final class HtmlReport {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int LIMITS = 6;

    private final Texts texts;

    HtmlReport(Texts texts) {
        this.texts = texts;
    }

    String of(RunResult result) {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element(
                        "title",
                        t("html.title") + ": " + t("overall." + result.verdict().word()))
                .raw("<style>\n" + style() + "</style>\n</head>\n<body>\n")
                .raw("<a class=\"skip\" href=\"#main\">")
                .text(t("html.skip"))
                .raw("</a>\n");
        head(page, result);
        page.raw("<main id=\"main\">\n");
        counts(page, result);
        attention(page, result);
        limits(page);
        everything(page, result);
        page.raw("</main>\n<footer>")
                .element("p", t("html.foot", result.standard(), result.seed()))
                .raw("</footer>\n");
        return page.raw("</body>\n</html>\n").toString();
    }

    private void head(Markup page, RunResult result) {
        String word = result.verdict().word();
        page.raw("<header>\n").element("p", "kicker", t("html.kicker", result.standard()));
        page.element("h1", product(result.target()));
        page.raw("<p class=\"verdict " + word + "\"><span class=\"mark\" aria-hidden=\"true\">" + mark(word)
                + "</span>");
        page.element("strong", t("overall." + word)).raw("</p>\n");
        page.element("p", "meaning", t("html.meaning." + word));
        page.raw("<dl class=\"facts\">\n");
        facts(result)
                .forEach((term, value) -> page.raw("<div>")
                        .element("dt", term)
                        .element("dd", value)
                        .raw("</div>\n"));
        page.raw("</dl>\n</header>\n");
    }

    private Map<String, String> facts(RunResult result) {
        Target target = result.target();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(t("html.system"), target.base().toString());
        facts.put(t("html.principal"), target.text("/principal/name").orElse("–"));
        facts.put(t("html.environment"), target.environment().orElse("–"));
        facts.put(
                t("html.date"),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                        .format(result.started().atZone(ZONE)));
        facts.put(t("html.seed"), String.valueOf(result.seed()));
        facts.put(t("html.waits"), String.valueOf(result.waits()));
        facts.put(t("html.certifiable"), t(result.certifiable() ? "html.yes" : "html.no"));
        return facts;
    }

    private void counts(Markup page, RunResult result) {
        page.raw("<section aria-labelledby=\"counts\">\n<h2 id=\"counts\">")
                .text(t("html.counts"))
                .raw("</h2>\n");
        page.raw("<ul class=\"counts\">\n");
        for (Verdict verdict : Verdict.values()) {
            page.raw("<li class=\"" + verdict.word() + "\"><span class=\"number\">" + result.count(verdict)
                    + "</span> ");
            page.text(t("verdict." + verdict.word())).raw("</li>\n");
        }
        page.raw("</ul>\n");
        if (result.partial()) {
            page.element("p", "note", t("html.partial"));
        }
        page.raw("</section>\n");
    }

    private void attention(Markup page, RunResult result) {
        List<RequirementResult> open = result.requirements().stream()
                .filter(r -> r.verdict() == Verdict.FAILED || r.verdict() == Verdict.NOT_OBSERVED)
                .toList();
        page.raw("<section aria-labelledby=\"attention\">\n<h2 id=\"attention\">")
                .text(t("html.attention"));
        page.raw("</h2>\n");
        if (open.isEmpty()) {
            page.element("p", t("html.nothing"));
        }
        HtmlFinding finding = new HtmlFinding(texts);
        open.forEach(requirement -> finding.write(page, requirement));
        page.raw("</section>\n");
    }

    private void limits(Markup page) {
        page.raw("<section aria-labelledby=\"limits\" class=\"limits\">\n<h2 id=\"limits\">")
                .text(t("html.limits"));
        page.raw("</h2>\n<ul>\n");
        for (int i = 1; i <= LIMITS; i++) {
            page.element("li", t("html.limit." + i));
        }
        page.raw("</ul>\n</section>\n");
    }

    private void everything(Markup page, RunResult result) {
        page.raw("<section aria-labelledby=\"all\">\n<h2 id=\"all\">")
                .text(t("html.all"))
                .raw("</h2>\n");
        Map<String, List<RequirementResult>> chapters = result.requirements().stream()
                .collect(Collectors.groupingBy(
                        r -> r.requirement().id().replaceAll("-.*", ""), LinkedHashMap::new, Collectors.toList()));
        chapters.forEach((chapter, requirements) -> table(page, chapter, requirements));
        page.raw("</section>\n");
    }

    private void table(Markup page, String chapter, List<RequirementResult> requirements) {
        page.raw("<table>\n<caption>")
                .text(chapter + " · " + t("chapter." + chapter))
                .raw("</caption>\n<thead><tr>");
        for (String column : Arrays.asList("id", "level", "text", "verdict")) {
            page.raw("<th scope=\"col\">").text(t("column." + column)).raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        requirements.forEach(requirement -> row(page, requirement));
        page.raw("</tbody>\n</table>\n");
    }

    private void row(Markup page, RequirementResult result) {
        String word = result.verdict().word();
        page.raw("<tr><th scope=\"row\">").text(result.requirement().id()).raw("</th><td>");
        page.text(result.requirement().level().word()).raw("</td><td>");
        page.text(result.requirement().text().in(texts.language()));
        page.element("span", "source", source(result));
        page.raw(
                "</td><td class=\"" + word + "\"><span class=\"mark\" aria-hidden=\"true\">" + mark(word) + "</span> ");
        page.text(t("one." + word)).raw("</td></tr>\n");
    }

    private String source(RequirementResult result) {
        return t("kind." + result.requirement().kind()) + ": "
                + result.requirement().source();
    }

    private String product(Target target) {
        return target.text("/product/name").orElse(target.base().getHost()) + " "
                + target.text("/product/version").orElse("");
    }

    private String t(String key, Object... values) {
        return texts.get(key, values);
    }

    static String mark(String word) {
        return switch (word) {
            case "passed", "conformant" -> "✓";
            case "failed", "not-conformant" -> "✗";
            default -> "–";
        };
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the report's style sheet is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
