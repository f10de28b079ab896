package se.ryggrad.conformance.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import tools.jackson.databind.JsonNode;

/** Puts requirements in the place of {@code {CORE-012}}, and links where one is only mentioned. */
final class Requirements extends AbstractVisitor {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Z]+-\\d{3})}");
    private static final Pattern MENTION = Pattern.compile("\\{?\\b([A-Z]+-\\d{3})\\b}?");

    private final Map<String, JsonNode> registry;
    private final RequirementBlock block;
    private final List<String> placed = new ArrayList<>();

    Requirements(Map<String, JsonNode> registry, RequirementBlock block) {
        this.registry = registry;
        this.block = block;
    }

    /** Returns the ids whose text was put in, in order. */
    List<String> placed() {
        return placed;
    }

    @Override
    public void visit(Paragraph paragraph) {
        String words = words(paragraph);
        if (PLACE.matcher(words).replaceAll("").isBlank() && !words.isBlank()) {
            paragraph.insertBefore(blocks(words));
            paragraph.unlink();
        } else {
            visitChildren(paragraph);
        }
    }

    @Override
    public void visit(Text text) {
        if (text.getParent() instanceof Link
                || !MENTION.matcher(text.getLiteral()).find()) {
            return;
        }
        String linked = MENTION.matcher(Html.escape(text.getLiteral())).replaceAll(this::link);
        HtmlInline inline = new HtmlInline();
        inline.setLiteral(linked);
        text.insertBefore(inline);
        text.unlink();
    }

    private String link(java.util.regex.MatchResult mention) {
        String id = mention.group(1);
        boolean known = registry.containsKey(id);
        return Matcher.quoteReplacement(known ? "<a href=\"#" + id + "\">" + id + "</a>" : mention.group());
    }

    private HtmlBlock blocks(String words) {
        StringBuilder html = new StringBuilder();
        PLACE.matcher(words).results().forEach(place -> html.append(requirement(place.group(1))));
        HtmlBlock blocks = new HtmlBlock();
        blocks.setLiteral(html.toString());
        return blocks;
    }

    private String requirement(String id) {
        JsonNode requirement = registry.get(id);
        if (requirement == null) {
            throw new IllegalStateException("The chapters name an unknown requirement, " + id);
        }
        placed.add(id);
        return block.html(requirement);
    }

    private static String words(Paragraph paragraph) {
        StringBuilder words = new StringBuilder();
        for (var child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            words.append(child instanceof Text text ? text.getLiteral() : child.getFirstChild() == null ? " " : "?");
        }
        return words.toString();
    }
}
