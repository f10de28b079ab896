package se.ryggrad.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Holds one page of a list.
 *
 * @param items the items in the list's order
 * @param request what was asked for
 * @param more whether items follow this page
 * @param total the number of all items, only when it was asked for
 */
public record Page<T>(List<T> items, PageRequest request, boolean more, OptionalLong total) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Cuts the page that {@code request} asks for out of a whole list. */
    public static <T> Page<T> of(List<T> all, PageRequest request) {
        int from = (int) Math.min(request.offset(), all.size());
        int to = Math.min(from + request.limit(), all.size());
        OptionalLong total = request.count() ? OptionalLong.of(all.size()) : OptionalLong.empty();
        return new Page<>(all.subList(from, to), request, to < all.size(), total);
    }

    /**
     * Returns all items of a list, page by page: each page is asked for when its first item is taken, and none after the last that
     * is; a page without items ends the list. Whatever the call of a page throws comes where its items are taken. The stream is
     * used once and by one thread.
     *
     * @param limit items a page, 1 to {@link PageRequest#MAXIMUM_LIMIT}
     * @param list returns the page that is asked for
     */
    public static <T> Stream<T> all(int limit, Function<PageRequest, Page<T>> list) {
        return StreamSupport.stream(new PageItems<>(new PageRequest(1, limit, false), list), false);
    }

    /** Returns the same page with every item turned into another. */
    public <U> Page<U> map(Function<? super T, ? extends U> turn) {
        return new Page<>(items.stream().<U>map(turn).toList(), request, more, total);
    }
}
