package se.ryggrad.conformance.report;

import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.text.Texts;

/** Writes a run for people: one page, no scripts. */
final class HtmlReport {

    private final Texts texts;

    HtmlReport(Texts texts) {
        this.texts = texts;
    }

    String of(RunResult result) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"" + texts.language() + "\"><body>");
        for (RequirementResult r : result.requirements()) {
            page.append("<p>")
                    .append(r.requirement().id())
                    .append(' ')
                    .append(r.verdict().word())
                    .append("</p>");
        }
        return page.append("</body></html>").toString();
    }
}
