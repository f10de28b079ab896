package se.ryggrad.conformance.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.ryggrad.conformance.run.Overall;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.SuiteVersion;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.text.Texts;

/** Writes what a reader wants to know first: the verdict, what it means, what it is about and the counts. */
record HtmlHead(Texts texts, Texts other) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final List<String> PARTS = List.of("attention", "limits", "all");

    void write(Markup page, RunResult result) {
        page.raw("<header>\n");
        bar(page);
        verdict(page, result);
        page.raw("<dl class=\"facts\">\n");
        facts(result)
                .forEach((term, value) -> page.raw("<div>")
                        .element("dt", texts.get("html." + term))
                        .element("dd", value)
                        .raw("</div>\n"));
        page.raw("</dl>\n</header>\n");
        counts(page, result);
    }

    private void bar(Markup page) {
        page.raw("<nav class=\"bar\" aria-label=\"")
                .text(texts.get("html.contents"))
                .raw("\">\n<ul>\n");
        for (String part : PARTS) {
            page.raw("<li><a href=\"#" + texts.language() + "-" + part + "\">")
                    .text(texts.get("html." + part))
                    .raw("</a></li>\n");
        }
        String foreign = other.language();
        page.raw("<li class=\"other\"><a href=\"#" + foreign + "\" lang=\"" + foreign + "\" hreflang=\"" + foreign
                        + "\">")
                .text(other.get("html.here"))
                .raw("</a></li>\n</ul>\n</nav>\n");
    }

    private void verdict(Markup page, RunResult result) {
        String word = result.verdict().word();
        page.element("p", "kicker", texts.get("html.kicker", product(result.target())));
        page.raw("<h1 class=\"verdict " + word + "\"><span class=\"mark\" aria-hidden=\"true\">" + HtmlReport.mark(word)
                        + "</span> <span>")
                .text(headline(result))
                .raw("</span></h1>\n");
        page.element("p", "meaning", texts.get("html.meaning." + word));
        if (result.partial()) {
            page.element("p", "note", texts.get("html.partial"));
        } else if (result.verdict() == Overall.CONFORMANT && !result.certifiable()) {
            page.element("p", "note", texts.get("html.uncertified", String.join(", ", result.notObserved())));
        }
    }

    private String headline(RunResult result) {
        boolean some = result.partial() && result.verdict() == Overall.CONFORMANT;
        return texts.get(
                some
                        ? "html.headline.part"
                        : "html.headline." + result.verdict().word(),
                result.standard());
    }

    private Map<String, String> facts(RunResult result) {
        Target target = result.target();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("product", target.text("/product/name").orElse("–"));
        facts.put("version", target.text("/product/version").orElse("–"));
        facts.put("system", target.base().toString());
        facts.put("principal", target.text("/principal/name").orElse("–"));
        facts.put("environment", target.environment().orElse("–"));
        facts.put(
                "date",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                        .format(result.started().atZone(ZONE)));
        facts.put("standard", "Ryggrad " + result.standard());
        facts.put("suite", SuiteVersion.text());
        facts.put("seed", String.valueOf(result.seed()));
        facts.put("waits", String.valueOf(result.waits()));
        facts.put("certifiable", texts.get(result.certifiable() ? "html.yes" : "html.no"));
        return facts;
    }

    private void counts(Markup page, RunResult result) {
        String id = texts.language() + "-counts";
        page.raw("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">")
                .text(texts.get("html.counts"))
                .raw("</h2>\n<ul class=\"counts\">\n");
        for (Verdict verdict : Verdict.values()) {
            page.raw("<li class=\"" + verdict.word() + "\"><span class=\"number\">" + result.count(verdict)
                    + "</span> ");
            page.text(texts.get("verdict." + verdict.word())).raw("</li>\n");
        }
        page.raw("</ul>\n</section>\n");
    }

    private static String product(Target target) {
        return target.text("/product/name").orElse(target.base().getHost()) + " "
                + target.text("/product/version").orElse("");
    }
}
