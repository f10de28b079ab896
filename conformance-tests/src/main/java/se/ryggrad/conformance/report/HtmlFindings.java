package se.ryggrad.conformance.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.Evidence;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.text.Texts;

/** Writes the requirements that did not pass, the binding failures first, each with what shows it. */
record HtmlFindings(Texts texts) {

    private static final Comparator<RequirementResult> GRAVEST = Comparator.comparing(
                    (RequirementResult r) -> r.verdict() != Verdict.FAILED)
            .thenComparing(r -> r.requirement().level());

    void write(Markup page, RunResult result) {
        List<RequirementResult> open = result.requirements().stream()
                .filter(HtmlFindings::among)
                .sorted(GRAVEST)
                .toList();
        String id = texts.language() + "-attention";
        page.raw("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">")
                .text(texts.get("html.attention"))
                .raw("</h2>\n");
        if (open.isEmpty()) {
            page.element("p", texts.get("html.nothing"));
        } else {
            overview(page, open);
        }
        open.forEach(requirement -> article(page, requirement));
        page.raw("</section>\n");
    }

    static boolean among(RequirementResult result) {
        return result.verdict() == Verdict.FAILED || result.verdict() == Verdict.NOT_OBSERVED;
    }

    static String anchor(Texts texts, RequirementResult result) {
        return texts.language() + "-" + result.requirement().id();
    }

    private void overview(Markup page, List<RequirementResult> open) {
        page.raw("<ul class=\"overview\">\n");
        for (RequirementResult result : open) {
            page.raw("<li class=\"" + result.verdict().word() + "\"><a href=\"#" + anchor(texts, result) + "\">")
                    .text(result.requirement().id())
                    .raw("</a> ")
                    .text(label(result))
                    .raw("</li>\n");
        }
        page.raw("</ul>\n");
    }

    private void article(Markup page, RequirementResult result) {
        String word = result.verdict().word();
        page.raw("<article class=\"finding " + word + "\" id=\"" + anchor(texts, result) + "\">\n")
                .raw("<h3><span class=\"id\">")
                .text(result.requirement().id())
                .raw("</span> ")
                .text(result.requirement().text().in(texts.language()))
                .raw("</h3>\n<p class=\"tags\"><span class=\"mark\" aria-hidden=\"true\">" + HtmlReport.mark(word))
                .raw("</span> ")
                .element("strong", label(result));
        result.blame().ifPresent(blame -> page.text(" · " + texts.get("blame." + blame.name())));
        page.raw("<br>")
                .text(texts.get("kind." + result.requirement().kind()) + ": "
                        + result.requirement().source())
                .raw("</p>\n");
        if (result.checks().isEmpty()) {
            page.element("p", texts.get("html.no-check"));
        }
        result.checks().stream().filter(c -> c.verdict() != Verdict.PASSED).forEach(check -> check(page, check));
        page.raw("</article>\n");
    }

    private String label(RequirementResult result) {
        return texts.get("one." + result.verdict().word()) + ", "
                + result.requirement().level().word();
    }

    private void check(Markup page, CheckResult check) {
        check.evidence().ifPresent(evidence -> {
            page.raw("<dl class=\"evidence\">\n");
            term(page, "html.expected", Optional.of(evidence.expected()));
            term(page, "html.actual", Optional.of(evidence.actual()));
            term(page, "html.pointer", evidence.pointer().filter(p -> !p.isEmpty()));
            term(page, "html.hint", evidence.hint());
            page.raw("</dl>\n");
            exchange(page, check, evidence);
        });
    }

    private void term(Markup page, String key, Optional<String> value) {
        value.ifPresent(text -> page.raw("<dt>")
                .text(texts.get(key))
                .raw("</dt><dd lang=\"en\">")
                .text(text)
                .raw("</dd>\n"));
    }

    private void exchange(Markup page, CheckResult check, Evidence evidence) {
        page.raw("<details><summary>")
                .text(texts.get("html.shown", check.check()))
                .raw("</summary>\n");
        block(page, "html.curl", evidence.curl());
        block(page, "html.request", evidence.request());
        block(page, "html.response", evidence.response());
        block(
                page,
                "html.steps",
                Optional.of(String.join("\n", evidence.steps())).filter(s -> !s.isEmpty()));
        page.raw("</details>\n");
    }

    private void block(Markup page, String key, Optional<String> value) {
        value.ifPresent(text -> page.raw("<h4>")
                .text(texts.get(key))
                .raw("</h4>\n<pre tabindex=\"0\"><code>")
                .text(text)
                .raw("</code></pre>\n"));
    }
}
