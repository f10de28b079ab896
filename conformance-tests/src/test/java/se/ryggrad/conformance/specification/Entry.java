package se.ryggrad.conformance.specification;

/**
 * A heading as the table of contents lists it.
 *
 * @param level 2 for a chapter, 3 for a part of it
 * @param id the anchor
 * @param title the words
 */
record Entry(int level, String id, String title) {

    String html() {
        return "<h" + level + " id=\"" + id + "\">" + Html.escape(title) + "<a class=\"anchor\" href=\"#" + id
                + "\" aria-label=\"#" + id + "\">#</a></h" + level + ">\n";
    }
}
