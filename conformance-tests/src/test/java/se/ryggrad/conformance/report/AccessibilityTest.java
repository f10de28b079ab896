package se.ryggrad.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.text.Texts;

/**
 * Looks at the report and at the specification in Chromium: no violation of WCAG 2.1 AA that axe can find, and nothing
 * to scroll sideways for at the width of 320 CSS pixels (1.4.10).
 *
 * <p>Where there is no Chromium it is skipped, but fails in CI.
 */
class AccessibilityTest {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    private static final Path DOCUMENTS = Path.of("..", "docs");

    @TempDir
    private static Path folder;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws IOException {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty() && System.getenv("CI") != null) {
            fail("Chromium is missing: install the package chromium, as .ci/run does.");
        }
        Assumptions.assumeTrue(chromium.isPresent(), "Skipped: no chromium on the PATH; install the package chromium.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(FLAGS));
        write("good.html", "sv", SampleRuns.conformant());
        write("bad.html", "sv", SampleRuns.shortened(SampleRuns.notConformant()));
        write("partly.html", "en", SampleRuns.shortened(SampleRuns.withoutLog()));
    }

    private static void write(String name, String language, RunResult run) throws IOException {
        Files.writeString(folder.resolve(name), new HtmlReport(Texts.in(language)).of(run));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    static Stream<String> pages() {
        return Stream.of(
                "good.html",
                "good.html#en",
                "bad.html",
                "bad.html#en",
                "bad.html#en-CORE-003",
                "partly.html",
                "partly.html#sv",
                "specification/sv.html",
                "specification/en.html");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoViolationAndFitsANarrowWindow(String address) {
        try (Page page = browser.newPage()) {
            page.setViewportSize(320, 800);
            page.navigate(url(address));
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
            page.setViewportSize(1280, 900);
            assertThat(violations(page)).isEmpty();
        }
    }

    @Test
    void showsOneLanguageAtATimeAndTheOtherByItsLink() {
        try (Page page = browser.newPage()) {
            page.navigate(url("bad.html"));
            assertThat(shown(page)).containsExactly("sv");
            page.locator("#sv .other a").click();
            assertThat(shown(page)).containsExactly("en");
            page.locator("#en .overview a").first().click();
            assertThat(shown(page)).containsExactly("en");
            page.navigate(url("partly.html"));
            assertThat(shown(page)).containsExactly("en");
        }
    }

    @Test
    void findsAFaultThatIsThere() throws IOException {
        Files.writeString(folder.resolve("faulty.html"), "<title>x</title><main><img src=\"data:,\"><p>a</main>");
        try (Page page = browser.newPage()) {
            page.navigate(url("faulty.html"));
            assertThat(violations(page))
                    .anyMatch(v -> v.startsWith("image-alt"))
                    .anyMatch(v -> v.startsWith("html-has-lang"));
        }
    }

    /**
     * Lets axe judge the page where it lies, which its legacy mode does: the other, for frames of other origins, carries
     * what it found at every node out of the page and into another before it judges.
     */
    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).options(violationsAlone()).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + " at " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    /** Returns what axe is asked for: it need not describe each of the thousands of nodes that pass. */
    private static AxeRunOptions violationsAlone() {
        var only = new AxeRunOnlyOptions();
        only.setType("tag");
        only.setValues(WCAG);
        var options = new AxeRunOptions();
        options.setRunOnly(only);
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static List<String> shown(Page page) {
        return page.locator(".language").all().stream()
                .filter(language -> language.isVisible())
                .map(language -> language.getAttribute("id"))
                .toList();
    }

    private static String url(String address) {
        Path base = address.startsWith("specification") ? DOCUMENTS.toAbsolutePath() : folder;
        return base.normalize().toUri() + address;
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
