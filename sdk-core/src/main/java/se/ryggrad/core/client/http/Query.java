package se.ryggrad.core.client.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.PageRequest;

/** Writes query parameters. Not thread-safe. */
public final class Query {

    private final List<String> parameters = new ArrayList<>();

    /** Creates a query without parameters. */
    public Query() {}

    /** Returns the parameters that ask for {@code page}. */
    public static Query of(PageRequest page) {
        Query query =
                new Query().with("page", Integer.toString(page.number())).with("limit", Integer.toString(page.limit()));
        return page.count() ? query.with("count", "true") : query;
    }

    /** Adds a parameter if there is a value. */
    public Query with(String name, Optional<String> value) {
        value.ifPresent(text -> with(name, text));
        return this;
    }

    /** Adds a parameter. */
    public Query with(String name, String value) {
        parameters.add(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    /** Returns the address of {@code path} with these parameters. */
    public String at(String path) {
        return parameters.isEmpty() ? path : path + '?' + String.join("&", parameters);
    }
}
