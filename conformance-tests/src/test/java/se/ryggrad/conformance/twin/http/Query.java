package se.ryggrad.conformance.twin.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the query parameters of a request. */
public final class Query {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Query() {}

    /** Reads a raw query. */
    public static Query parse(@Nullable String raw) {
        var query = new Query();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int at = pair.indexOf('=');
                String name = decode(at < 0 ? pair : pair.substring(0, at));
                String value = at < 0 ? "" : decode(pair.substring(at + 1));
                query.values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns whether the parameter was given. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the value of a parameter. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).map(list -> list.get(0));
    }

    /** Returns a fault for each parameter that is unknown or given twice. */
    public List<FieldFault> faults(Set<String> known) {
        var faults = new ArrayList<FieldFault>();
        values.forEach((name, list) -> {
            if (!known.contains(name)) {
                faults.add(FieldFault.parameter("query", "unknown-parameter"));
            } else if (list.size() > 1) {
                faults.add(FieldFault.parameter(name, "duplicate-parameter"));
            }
        });
        return faults;
    }

    /** Returns a whole number within bounds, or ends with 400. */
    public int number(String name, int lowest, int highest, int otherwise) {
        var text = first(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value < lowest || value > highest || text.get().startsWith("+")) {
                throw Fail.parameter(name, value < lowest ? "minimum" : "maximum");
            }
            return value;
        } catch (NumberFormatException e) {
            throw Fail.parameter(name, "type");
        }
    }

    /** Returns whether a parameter is true, or ends with 400 when it is neither true nor false. */
    public boolean flag(String name) {
        String value = first(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Fail.parameter(name, "type");
        }
        return value.equals("true");
    }

    /** Returns the same query with another page, for a link. */
    public String withPage(int page) {
        var text = new StringBuilder();
        values.forEach((name, list) -> {
            if (!name.equals("page")) {
                text.append(encode(name))
                        .append('=')
                        .append(encode(list.get(0)))
                        .append('&');
            }
        });
        return text.append("page=").append(page).toString();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
