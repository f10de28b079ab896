package se.ryggrad.api;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the items of a list one after another, and asks for a page when the one before is used up. A page without items is the last,
 * whatever it says: a list that never ends would keep its reader for ever. Not thread-safe.
 */
final class PageItems<T> extends Spliterators.AbstractSpliterator<T> {

    private final Function<PageRequest, Page<T>> list;
    private Optional<PageRequest> next;
    private Iterator<T> items = Collections.emptyIterator();

    PageItems(PageRequest first, Function<PageRequest, Page<T>> list) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.list = list;
        this.next = Optional.of(first);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (!items.hasNext() && next.isPresent()) {
            turn(next.get());
        }
        if (!items.hasNext()) {
            return false;
        }
        action.accept(items.next());
        return true;
    }

    private void turn(PageRequest request) {
        Page<T> page = list.apply(request);
        items = page.items().iterator();
        next = page.more() && !page.items().isEmpty()
                ? Optional.of(new PageRequest(request.number() + 1, request.limit(), request.count()))
                : Optional.empty();
    }
}
