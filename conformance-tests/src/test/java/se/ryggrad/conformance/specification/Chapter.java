package se.ryggrad.conformance.specification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** A normative chapter: Markdown around the requirements, which stand in the registry. */
final class Chapter {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final String name;
    private final Node document;
    private final List<Entry> headings = new ArrayList<>();

    /**
     * Reads a chapter.
     *
     * @param file the Markdown file, whose name gives the anchors
     * @param requirements puts the requirements in their places
     */
    Chapter(Path file, Requirements requirements) {
        name = file.getFileName().toString().replaceAll("^\\d+-|\\.md$", "");
        document = Parser.builder().extensions(EXTENSIONS).build().parse(Standard.read(file));
        document.accept(requirements);
        document.accept(new Anchors());
    }

    /** Returns the headings of the first two levels, one level down. */
    List<Entry> headings() {
        return headings;
    }

    String html() {
        String body = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (AttributeProvider) this::attributes)
                .build()
                .render(document);
        return "<section class=\"chapter\">\n"
                + body.replace("<table>", "<div class=\"scroll\"><table>").replace("</table>", "</table></div>")
                + "</section>\n";
    }

    private void attributes(Node node, String tag, java.util.Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", id(heading));
        }
    }

    private String id(Heading heading) {
        return heading.getLevel() == 2 ? name : name + "-" + Html.slug(words(heading));
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    /** Moves headings one level down, since the page has a title of its own, and lists them. */
    private final class Anchors extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(heading.getLevel() + 1);
            if (heading.getLevel() <= 3) {
                headings.add(new Entry(heading.getLevel(), id(heading), words(heading)));
            }
        }
    }
}
