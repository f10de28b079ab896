package se.ryggrad.core.rest.resource;

import java.util.List;
import java.util.OptionalLong;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;

/** Cuts a page out of a whole list. */
final class Pages {

    private Pages() {}

    static <T> Page<T> cut(List<T> all, PageRequest request) {
        int from = (int) Math.min(request.offset(), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return new Page<>(all.subList(from, to), request, to < all.size(), OptionalLong.of(all.size()));
    }
}
