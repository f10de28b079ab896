package se.ryggrad.conformance.specification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ryggrad.conformance.specification.Lifecycle.Arrow;

/** Finds lanes for the arrows, so that none lies on another, and ports where they leave and arrive. */
final class DiagramLayout {

    private static final int PORT = 18;

    private final Map<Arrow, Integer> lanes = new LinkedHashMap<>();

    DiagramLayout(List<Arrow> arrows) {
        arrows.stream()
                .filter(arrow -> !arrow.isStep())
                .sorted(Comparator.comparingInt(Arrow::span).thenComparingInt(Arrow::from))
                .forEach(arrow -> lanes.put(arrow, free(arrow)));
    }

    /** Returns the arrows that need a lane, the nearest lanes first. */
    List<Arrow> arrows() {
        return List.copyOf(lanes.keySet());
    }

    /** Returns the lane of an arrow, 1 nearest to the statuses. */
    int lane(Arrow arrow) {
        return lanes.getOrDefault(arrow, 0);
    }

    /** Returns the highest lane above or below. */
    int highest(boolean backward) {
        return lanes.keySet().stream()
                .filter(arrow -> arrow.isBackward() == backward)
                .mapToInt(this::lane)
                .max()
                .orElse(0);
    }

    /** Returns how far from a status's middle an arrow leaves or arrives. */
    int port(Arrow arrow, int status) {
        List<Arrow> ordered = new ArrayList<>(lanes.keySet());
        ordered.removeIf(other -> other.isBackward() != arrow.isBackward() || !touches(other, status));
        ordered.sort(Comparator.comparingInt(other -> place(other, status)));
        return ordered.indexOf(arrow) * PORT - (ordered.size() - 1) * PORT / 2;
    }

    /** Places arrows to the left before those to the right, the highest lanes in the middle. */
    private int place(Arrow arrow, int status) {
        boolean leftwards = Math.min(arrow.from(), arrow.to()) < status;
        return leftwards ? lane(arrow) - 100 : 100 - lane(arrow);
    }

    private static boolean touches(Arrow arrow, int status) {
        return arrow.from() == status || arrow.to() == status;
    }

    private int free(Arrow arrow) {
        int lane = 1;
        while (isTaken(arrow, lane)) {
            lane++;
        }
        return lane;
    }

    private boolean isTaken(Arrow arrow, int lane) {
        return lanes.entrySet().stream()
                .anyMatch(taken -> taken.getValue() == lane
                        && taken.getKey().isBackward() == arrow.isBackward()
                        && overlap(taken.getKey(), arrow));
    }

    private static boolean overlap(Arrow one, Arrow other) {
        return Math.min(one.from(), one.to()) < Math.max(other.from(), other.to())
                && Math.min(other.from(), other.to()) < Math.max(one.from(), one.to());
    }
}
