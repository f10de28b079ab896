package se.ryggrad.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.text.Texts;

/**
 * Writes a run for people: one file with Swedish and English that needs nothing beside itself, no scripts, printable.
 *
 * <p>It opens in its first language and a link shows the other; a browser that cannot hide one shows both. What is
 * shown is what is printed. Verdicts are told by words and never by colour alone (WCAG 2.1 AA).
 */
final class HtmlReport {

    private final List<Texts> languages;

    HtmlReport(Texts first) {
        this.languages = List.of(first, other(first));
    }

    String of(RunResult result) {
        String first = languages.get(0).language();
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n<html lang=\"" + first + "\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title(result))
                .raw("<style>\n" + style() + "</style>\n</head>\n<body class=\"" + first + "-first\">\n<main>\n");
        languages.forEach(texts -> section(page, texts, result));
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }

    private static void section(Markup page, Texts texts, RunResult result) {
        String language = texts.language();
        page.raw("<div class=\"language\" id=\"" + language + "\" lang=\"" + language + "\">\n");
        new HtmlHead(texts, other(texts)).write(page, result);
        new HtmlFindings(texts).write(page, result);
        new HtmlTables(texts).write(page, result);
        page.raw("<footer>")
                .element("p", texts.get("html.foot", result.standard(), result.seed()))
                .raw("</footer>\n</div>\n");
    }

    static Texts other(Texts texts) {
        return Texts.in(texts.language().equals("en") ? "sv" : "en");
    }

    static String mark(String word) {
        return switch (word) {
            case "passed", "conformant" -> "✓";
            case "failed", "not-conformant" -> "✗";
            default -> "–";
        };
    }

    private String title(RunResult result) {
        String word = "overall." + result.verdict().word();
        return languages.stream()
                .map(texts -> texts.get("html.title") + ": " + texts.get(word))
                .collect(Collectors.joining(" · "));
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
