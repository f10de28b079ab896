package se.ryggrad.conformance.report;

import java.util.Optional;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.Evidence;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.text.Texts;

/** Writes what a requirement that did not pass was found to lack, with what shows it. */
final class HtmlFinding {

    private final Texts texts;

    HtmlFinding(Texts texts) {
        this.texts = texts;
    }

    void write(Markup page, RequirementResult result) {
        String word = result.verdict().word();
        page.raw("<article class=\"finding " + word + "\">\n<h3><span class=\"id\">")
                .text(result.requirement().id())
                .raw("</span> ")
                .text(result.requirement().text().in(texts.language()))
                .raw("</h3>\n<p class=\"tags\"><span class=\"mark\" aria-hidden=\"true\">" + HtmlReport.mark(word))
                .raw("</span> ")
                .element("strong", texts.get("one." + word))
                .text(" · " + result.requirement().level().word() + " · "
                        + result.requirement().source());
        result.blame().ifPresent(blame -> page.text(" · " + texts.get("blame." + blame.name())));
        page.raw("</p>\n");
        if (result.checks().isEmpty()) {
            page.element("p", texts.get("html.no-check"));
        }
        result.checks().stream().filter(c -> c.verdict() != Verdict.PASSED).forEach(check -> write(page, check));
        page.raw("</article>\n");
    }

    private void write(Markup page, CheckResult check) {
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
