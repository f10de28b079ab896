package se.ryggrad.conformance.specification;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes a requirement as the chapters show it: id, level, rule, source. */
final class RequirementBlock {

    private final Labels labels;

    RequirementBlock(Labels labels) {
        this.labels = labels;
    }

    String html(JsonNode requirement) {
        String id = requirement.path("id").asString();
        String level = requirement.path("level").asString();
        return "<div class=\"requirement " + Html.slug(level) + "\" id=\"" + id
                + "\">\n<p class=\"mark\"><a class=\"id\" href=\"#"
                + id + "\">" + id + "</a> " + badge(level) + "</p>\n<div class=\"rule\"><p>"
                + Prose.inline(labels.language().pick(requirement.path("text"))) + "</p>\n<p class=\"source\">"
                + facts(requirement) + "</p>" + notTestable(requirement) + "</div></div>\n";
    }

    /** Writes the mark of a level. */
    String badge(String level) {
        String slug = Html.slug(level);
        return "<span class=\"level " + slug + "\">" + labels.text("level." + slug) + "</span>";
    }

    private String facts(JsonNode requirement) {
        String kind = labels.text("kind." + requirement.path("kind").asString());
        String option = requirement.path("option").asString("");
        List<String> facts = List.of(
                kind + ": " + Html.escape(source(requirement.path("source").asString())),
                labels.text("role") + ": "
                        + Html.escape(requirement.path("role").asString()),
                option.isEmpty() ? "" : labels.text("option") + ": " + Html.escape(option));
        return facts.stream().filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** Returns the source with the words of the page's language for parts of a law or standard. */
    private String source(String source) {
        return source.replace(" article ", " " + labels.text("article") + " ")
                .replace(" section ", " " + labels.text("section") + " ");
    }

    private String notTestable(JsonNode requirement) {
        JsonNode notTestable = requirement.path("notTestable");
        if (notTestable.isMissingNode()) {
            return "";
        }
        return "<p class=\"source\">" + labels.text("not-testable") + " "
                + Html.escape(labels.language().pick(notTestable.path("reason"))) + " "
                + labels.text("proven-by") + " "
                + provenBy(notTestable.path("provenBy").asString()) + "</p>";
    }

    private static String provenBy(String test) {
        String type = test.substring(test.lastIndexOf('.') + 1);
        return "<code class=\"test\">" + Html.escape(type).replace("#", "#<wbr>") + "</code>.";
    }
}
