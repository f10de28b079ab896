package se.ryggrad.conformance.specification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.conformance.specification.Lifecycle.Arrow;

/** Draws the statuses and the actions that lead from one to the next. */
final class LifecycleDiagram {

    private static final int STEP = 222;
    private static final int WIDTH = 122;
    private static final int HEIGHT = 58;
    private static final int LANE = 34;
    private static final int MARGIN = 40;

    private final Lifecycle lifecycle;
    private final Labels labels;
    private final DiagramLayout layout;
    private final int top;

    LifecycleDiagram(Lifecycle lifecycle, Labels labels) {
        this.lifecycle = lifecycle;
        this.labels = labels;
        layout = new DiagramLayout(lifecycle.arrows());
        top = layout.highest(false) * LANE + MARGIN;
    }

    String svg() {
        int width = lifecycle.statuses().size() * STEP + MARGIN;
        int height = top + HEIGHT + layout.highest(true) * LANE + MARGIN;
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" aria-labelledby=\"diagram-title diagram-text\">\n<title id=\"diagram-title\">"
                + Html.escape(labels.text("diagram.title")) + "</title><desc id=\"diagram-text\">"
                + Html.escape(description()) + "</desc>\n" + marker("tip") + marker("tip-later"));
        List<Arrow> steps = lifecycle.arrows().stream().filter(Arrow::isStep).toList();
        layout.arrows().forEach(arrow -> svg.append(lane(arrow)));
        steps.forEach(arrow -> svg.append(step(arrow)));
        layout.arrows().forEach(arrow -> svg.append(laneLabel(arrow)));
        steps.forEach(arrow -> svg.append(stepLabels(arrow)));
        for (int position = 0; position < lifecycle.statuses().size(); position++) {
            svg.append(status(position));
        }
        return svg.append("<circle class=\"start\" cx=\"")
                .append(middle(-1))
                .append("\" cy=\"")
                .append(axis())
                .append("\" r=\"8\"/>\n</svg>\n")
                .toString();
    }

    private static String marker(String id) {
        return "<defs><marker id=\"" + id + "\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\"><path class=\"" + id
                + "\" d=\"M0 0 10 5 0 10z\"/></marker></defs>\n";
    }

    private String description() {
        return lifecycle.arrows().stream()
                .map(arrow -> labels.text(
                        "diagram.arrow",
                        name(arrow.from()),
                        name(arrow.to()),
                        String.join(", ", arrow.actions().keySet())))
                .collect(Collectors.joining(" "));
    }

    private String name(int position) {
        return position < 0
                ? labels.text("diagram.outside")
                : lifecycle.statuses().get(position);
    }

    private String status(int position) {
        int left = middle(position) - WIDTH / 2;
        String text = labels.language().pick(lifecycle.status(position).path("text"));
        return "<g class=\"status\"><rect x=\"" + left + "\" y=\"" + top + "\" width=\"" + WIDTH + "\" height=\""
                + HEIGHT
                + "\" rx=\"9\"/><text x=\"" + middle(position) + "\" y=\"" + (axis() - 4) + "\">"
                + lifecycle.statuses().get(position) + "</text><text class=\"small\" x=\"" + middle(position)
                + "\" y=\""
                + (axis() + 15) + "\">" + Html.escape(text) + "</text></g>\n";
    }

    private String step(Arrow arrow) {
        return path(arrow, "M" + left(arrow) + " " + axis() + "H" + (right(arrow) - 1));
    }

    private static int left(Arrow arrow) {
        return arrow.from() < 0 ? middle(-1) + 8 : middle(arrow.from()) + WIDTH / 2;
    }

    private static int right(Arrow arrow) {
        return middle(arrow.to()) - WIDTH / 2;
    }

    /** Writes the labels of a step; like all labels after all lines, so that no line crosses a word. */
    private String stepLabels(Arrow arrow) {
        StringBuilder text = new StringBuilder();
        int y = axis() - 8 - (arrow.actions().size() - 1) * 15;
        for (Map.Entry<String, Boolean> action : arrow.actions().entrySet()) {
            text.append(label((left(arrow) + right(arrow)) / 2 - 3, y, Map.of(action.getKey(), action.getValue())));
            y += 15;
        }
        return text.toString();
    }

    private String lane(Arrow arrow) {
        int from = start(arrow);
        int to = end(arrow);
        int side = arrow.isBackward() ? 1 : -1;
        int edge = edge(arrow);
        int start = arrow.from() < 0 ? axis() - 8 : edge;
        int y = height(arrow);
        int turn = arrow.isBackward() ? -8 : 8;
        String d = "M" + from + " " + start + "V" + (y - side * 8) + "q0 " + side * 8 + " " + turn + " " + side * 8
                + "H" + (to - turn) + "q" + turn + " 0 " + turn + " " + -side * 8 + "V" + (edge + side);
        return path(arrow, d);
    }

    private String laneLabel(Arrow arrow) {
        return label((start(arrow) + end(arrow)) / 2, height(arrow) - 6, arrow.actions());
    }

    private int start(Arrow arrow) {
        return arrow.from() < 0 ? middle(-1) : middle(arrow.from()) + layout.port(arrow, arrow.from());
    }

    private int end(Arrow arrow) {
        return middle(arrow.to()) + layout.port(arrow, arrow.to());
    }

    private int edge(Arrow arrow) {
        return arrow.isBackward() ? top + HEIGHT : top;
    }

    private int height(Arrow arrow) {
        int side = arrow.isBackward() ? 1 : -1;
        return edge(arrow) + side * (layout.lane(arrow) * LANE - 4);
    }

    private static String path(Arrow arrow, String d) {
        boolean later = !arrow.actions().containsValue(false);
        String tip = later ? "tip-later" : "tip";
        return "<path class=\"arrow" + (later ? " later" : "") + "\" marker-end=\"url(#" + tip + ")\" d=\"" + d
                + "\"/>\n";
    }

    private static String label(int x, int y, Map<String, Boolean> actions) {
        String words = actions.entrySet().stream()
                .map(action ->
                        action.getValue() ? "<tspan class=\"later\">" + action.getKey() + "</tspan>" : action.getKey())
                .collect(Collectors.joining(", "));
        return "<text class=\"label\" x=\"" + x + "\" y=\"" + y + "\">" + words + "</text>\n";
    }

    private int axis() {
        return top + HEIGHT / 2;
    }

    private static int middle(int position) {
        return position < 0 ? 24 : 24 + STEP * position + 160;
    }
}
