package se.ryggrad.conformance.source;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays what is planned for one request to a source. */
final class Performance {

    private static final String ITEMS = "overview-items";
    private static final String SEARCHES = "me/representations/searches";
    private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=([0-9]{1,3})(?:&|$)");
    private static final int USUAL_LIMIT = 20;
    private static final int SWOLLEN = 20;

    private final HttpExchange exchange;
    private final Plan plan;
    private final String subject;

    Performance(HttpExchange exchange, Plan plan, String subject) {
        this.exchange = exchange;
        this.plan = plan;
        this.subject = subject;
    }

    /**
     * Answers a path below the source's address, now or never.
     *
     * @param elsewhere the address that it leads away to
     * @param swollen how many octets an answer has that is too large
     */
    void play(String path, String elsewhere, int swollen, Pending pending) throws IOException {
        Optional<List<ObjectNode>> held = held(path);
        if (held.isEmpty()) {
            write(exchange, path.equals(ITEMS) ? 403 : 404, "{}");
            return;
        }
        String good = padded(Json.write(list(held.get())));
        switch (plan.behaviour()) {
            case HANGS -> pending.hold(exchange);
            case DRIPS -> pending.drip(exchange, good);
            case SWELLS -> chunked(Json.write(list(swollen(swollen))));
            case BREAKS_OFF -> write(exchange, 200, good.substring(0, good.length() - 2));
            case SPEAKS_OTHERWISE -> write(exchange, 200, "{\"posts\":[]}");
            case LEADS_AWAY -> {
                exchange.getResponseHeaders().set("Location", elsewhere + "/" + path);
                write(exchange, plan.behaviour().status(), good);
            }
            case ANSWERS, FAILS, IS_ABSENT, IS_PARTIAL, REFUSES, DENIES ->
                write(exchange, plan.behaviour().status(), good);
        }
    }

    static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    private void chunked(String body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<List<ObjectNode>> held(String path) {
        if (path.equals(SEARCHES)) {
            return Optional.of(plan.acting().stream().map(Acting::entry).toList());
        }
        if (!path.equals(ITEMS)) {
            return Optional.empty();
        }
        Optional<String> behalf =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("On-Behalf-Of"));
        return behalf.isEmpty()
                ? Optional.of(marked(plan.items()))
                : plan.acting().stream()
                        .filter(acting -> Acting.id(acting.name()).equals(behalf.get()))
                        .map(acting -> marked(acting.items()))
                        .findFirst();
    }

    private List<ObjectNode> marked(List<ObjectNode> items) {
        List<ObjectNode> marked = new ArrayList<>();
        for (ObjectNode item : items) {
            marked.add(item.has("for") ? item : Json.object("for", subject).setAll(item.deepCopy()));
        }
        return marked;
    }

    private JsonNode list(List<ObjectNode> all) {
        int limit = limit();
        List<ObjectNode> page = all.subList(0, Math.min(limit, all.size()));
        if (plan.more() || page.size() < all.size()) {
            exchange.getResponseHeaders()
                    .set("Link", "<https://source.example.se/overview-items?page=2>; rel=\"next\"");
        }
        return Json.object("items", Json.array(page.toArray()), "page", 1, "limit", limit);
    }

    private int limit() {
        Matcher matcher = LIMIT.matcher(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : USUAL_LIMIT;
    }

    private List<ObjectNode> swollen(int octets) {
        String much = "x".repeat(octets / SWOLLEN);
        List<ObjectNode> items = new ArrayList<>();
        for (int i = 0; i < SWOLLEN; i++) {
            ObjectNode item = PlayedItem.of("huge-" + i);
            ((ObjectNode) item.path("title")).put("sv", much);
            items.add(item);
        }
        return marked(items);
    }

    private String padded(String good) {
        int missing = plan.size() - good.getBytes(StandardCharsets.UTF_8).length;
        return missing > 0 ? good + " ".repeat(missing) : good;
    }
}
