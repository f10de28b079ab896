package se.ryggrad.conformance.specification;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption, which scrolls within itself on a narrow screen. */
final class Table {

    private final String caption;
    private final List<String> headers;
    private final StringBuilder rows = new StringBuilder();
    private String style = "";

    Table(String caption, String... headers) {
        this.caption = caption;
        this.headers = List.of(headers);
    }

    Table styled(String name) {
        style = " class=\"" + name + "\"";
        return this;
    }

    /** Adds a row whose first cell is its header; the cells are HTML. */
    Table row(String id, List<String> cells) {
        List<String> rest = new ArrayList<>(cells);
        String anchor = id.isEmpty() ? "" : " id=\"" + id + "\"";
        rows.append("<tr").append(anchor).append("><th scope=\"row\">").append(rest.remove(0));
        rows.append("</th>");
        rest.forEach(cell -> rows.append("<td>").append(cell).append("</td>"));
        rows.append("</tr>\n");
        return this;
    }

    String html() {
        StringBuilder head = new StringBuilder();
        headers.forEach(
                header -> head.append("<th scope=\"col\">").append(header).append("</th>"));
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + Html.escape(caption)
                + "\"><table" + style + "><caption>" + Html.escape(caption) + "</caption>\n<thead><tr>" + head
                + "</tr></thead>\n<tbody>\n" + rows + "</tbody></table></div>\n";
    }
}
