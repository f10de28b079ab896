package se.ryggrad.conformance.report;

/** Builds a page; what is not markup is escaped. */
final class Markup {

    private final StringBuilder page = new StringBuilder(1 << 16);

    Markup raw(String markup) {
        page.append(markup);
        return this;
    }

    Markup text(String text) {
        page.append(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        return this;
    }

    Markup element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    Markup element(String name, String type, String text) {
        return raw("<" + name + " class=\"" + type + "\">").text(text).raw("</" + name + ">\n");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
