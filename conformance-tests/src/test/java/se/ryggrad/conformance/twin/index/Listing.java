package se.ryggrad.conformance.twin.index;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.api.Feed;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Lists which versions the index has of a source. */
final class Listing {

    private static final String FORM = "i:[0-9a-f-]{36}";

    private final TwinSettings settings;
    private final Index index;
    private final Clock clock;

    Listing(TwinSettings settings, Index index, Clock clock) {
        this.settings = settings;
        this.index = index;
        this.clock = clock;
    }

    Answer list(Call call, Source source) {
        int limit = limit(call);
        var all = listed(source);
        var ids = new ArrayList<>(all.keySet());
        if (breaks(Fault.MINA_056_H)) {
            Collections.reverse(ids);
        }
        int from = from(call, ids);
        var some = ids.subList(from, Math.min(ids.size(), from + limit));
        var body = Json.object();
        var items = body.putArray("items");
        some.forEach(id -> items.add(item(id, Objects.requireNonNull(all.get(id)))));
        body.put("limit", limit);
        boolean more = from + limit < ids.size();
        if (!some.isEmpty() && (more || breaks(Fault.MINA_056_E))) {
            body.put("next", cursor(some.get(some.size() - 1), from + some.size()));
        }
        return Answer.json(200, body);
    }

    private int limit(Call call) {
        int otherwise = breaks(Fault.MINA_056_F) ? 20 : 100;
        String given = call.query().first("limit").orElse("");
        return given.matches("[1-9][0-9]{2,8}") && breaks(Fault.MINA_056_I)
                ? Math.min(Feed.LIMIT, Integer.parseInt(given))
                : call.query().number("limit", 1, Feed.LIMIT, otherwise);
    }

    private Map<String, Entry> listed(Source source) {
        var all = new TreeMap<String, Entry>();
        var sources = breaks(Fault.MINA_056_J) ? index.sources() : List.of(source.id());
        sources.forEach(id -> all.putAll(index.entries(id)));
        all.values().removeIf(entry -> !entry.isThere(clock.instant()) && breaks(Fault.MINA_056_B));
        return all;
    }

    private ObjectNode item(String id, Entry entry) {
        boolean expired = entry.item().isPresent() && breaks(Fault.MINA_056_C);
        var item = Json.object().put("id", id).put("version", entry.version());
        item.put("removed", !entry.isThere(clock.instant()) && !expired);
        if (breaks(Fault.MINA_056_A)) {
            entry.item().ifPresent(pushed -> item.set("title", pushed.content().path("title")));
        }
        return item;
    }

    private String cursor(String last, int position) {
        String text = breaks(Fault.MINA_056_K) ? "p:" + position : "i:" + last;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }

    /** Returns the place in the list where the answer begins. */
    private int from(Call call, List<String> ids) {
        var after = call.query().first("after");
        if (after.isEmpty()) {
            return 0;
        }
        String text = decoded(after.get());
        if (text.matches("p:[0-9]{1,9}") && breaks(Fault.MINA_056_K)) {
            return Math.min(ids.size(), Integer.parseInt(text.substring(2)));
        }
        if (!text.matches(FORM)) {
            if (breaks(Fault.MINA_056_G)) {
                return 0;
            }
            throw Fail.parameter("after", "format");
        }
        String last = text.substring(2);
        boolean turned = breaks(Fault.MINA_056_H);
        int passed = (int) ids.stream()
                .filter(id -> turned ? id.compareTo(last) >= 0 : id.compareTo(last) <= 0)
                .count();
        return breaks(Fault.MINA_056_D) ? Math.max(0, passed - 1) : passed;
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
