package se.ryggrad.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.conformance.registry.Requirements;
import se.ryggrad.conformance.run.SuiteVersion;
import se.ryggrad.conformance.text.Texts;

class HtmlReportTest {

    @ParameterizedTest
    @CsvSource({"sv, en", "en, sv"})
    void holdsBothLanguagesEachWithALinkToTheOther(String first, String second) {
        String page = new HtmlReport(Texts.in(first)).of(SampleRuns.conformant());

        assertThat(page).contains("<html lang=\"" + first + "\">", "<body class=\"" + first + "-first\">");
        holdsInOrder(page, "id=\"" + first + "\" lang=\"" + first, "href=\"#" + second + "\" lang=\"" + second);
        holdsInOrder(page, "id=\"" + second + "\" lang=\"" + second, "href=\"#" + first + "\" lang=\"" + first);
        Requirements.load()
                .entries()
                .forEach(entry -> assertThat(page)
                        .contains(
                                escaped(entry.text().sv()), escaped(entry.text().en())));
    }

    @Test
    void saysTheVerdictFirstInBothLanguages() {
        holdsInOrder(
                page("sv"),
                "<h1 class=\"verdict not-conformant\">",
                "Systemet uppfyller inte Ryggrad 1.0-draft</span></h1>",
                "Utslag: överensstämmer inte.",
                "<dl class=\"facts\">",
                "The system does not meet Ryggrad 1.0-draft</span></h1>",
                "Verdict: not conformant.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dt>Produkt</dt><dd>Exempelsystemet</dd>",
                "<dt>Version</dt><dd>4.2.1</dd>",
                "<dt>Adress</dt><dd>https://test.example.se/ryggrad/2581/v1</dd>",
                "<dt>Huvudman</dt><dd>Piteå kommun</dd>",
                "<dt>Miljö</dt><dd>test</dd>",
                "<dt>Prövat</dt><dd>2026-11-26 13:30</dd>",
                "<dt>Frö (gör om samma körning)</dt><dd>20261126</dd>",
                "<dt>Kan ligga till grund för intyg</dt><dd>Nej</dd>"
            })
    void namesWhatWasTested(String fact) {
        assertThat(page("sv")).contains(fact);
    }

    @Test
    void namesTheSuite() {
        assertThat(SuiteVersion.text()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(page("sv")).contains("<dt>Provsvitens version</dt><dd>" + SuiteVersion.text() + "</dd>");
    }

    @Test
    void showsAFailureWithAllThatHelpsToMendIt() {
        String failure = page("sv")
                .split("<article class=\"finding failed\" id=\"sv-CORE-003\">", -1)[1]
                .split("</article>", -1)[0];

        assertThat(failure)
                .contains("Underkänt, SKA", "Trolig orsak: systemet")
                .contains(escaped(Requirements.load()
                        .find("CORE-003")
                        .orElseThrow()
                        .text()
                        .sv()))
                .contains("status 404 or 405", "&lt;with markup&gt; &amp; more", "/errors/0/pointer", "look at how")
                .contains("curl -i -X GET", "GET /ryggrad/2581/v1/cases/", "HTTP/1.1 500", "POST /cases 201");
    }

    @Test
    void saysWhatTheVerdictDoesNotProve() {
        assertThat(page("sv")).contains(">Vad utslaget inte visar</h2>").contains("ersätter inte ett penetrationstest");
        assertThat(page("en")).contains(">What the verdict does not prove</h2>");
    }

    @Test
    void saysWhyNoCertificateCanRestOnIt() {
        String page = new HtmlReport(Texts.in("sv")).of(SampleRuns.withoutLog());

        assertThat(page).contains("Systemet uppfyller Ryggrad").contains("intyg: CORE-045 gick inte att observera");
        assertThat(new HtmlReport(Texts.in("sv")).of(SampleRuns.conformant()))
                .doesNotContain("gick inte att observera den");
    }

    @Test
    void needsNothingBesideItselfAndEveryLinkLeadsSomewhere() {
        String page = page("sv");
        List<String> ids = found(" id=\"([^\"]+)\"", page);

        assertThat(page).doesNotContain("<script", "<link", "<img", "@import", "url(");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Set.copyOf(ids)).containsAll(found(" href=\"#([^\"]+)\"", page));
        assertThat(found(" href=\"([^#\"][^\"]*)\"", page))
                .as("links out of the page")
                .isEmpty();
    }

    private static String page(String first) {
        return new HtmlReport(Texts.in(first)).of(SampleRuns.notConformant());
    }

    /** Expects the parts one after another; AssertJ's own comparison takes half a minute for a page of this size. */
    private static void holdsInOrder(String page, String... parts) {
        int from = 0;
        for (String part : parts) {
            int found = page.indexOf(part, from);
            assertThat(found).as("where %s stands, from %d on", part, from).isNotNegative();
            from = found + part.length();
        }
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    private static String escaped(String text) {
        return new Markup().text(text).toString();
    }
}
