package se.ryggrad.core.contract.broken;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes parts that do what another does, but for one method. */
final class Faulty {

    private Faulty() {}

    /** Answers a call in the place of the part. */
    @FunctionalInterface
    interface Fault {
        @Nullable
        Object answer(Call call) throws Throwable;
    }

    /**
     * Is a call of the method that is at fault.
     *
     * @param part the good part
     * @param method what is called
     * @param with what it is called with
     */
    record Call(Object part, Method method, List<@Nullable Object> with) {

        /** Returns what it is called with at a place. */
        <T> T at(int place, Class<T> type) {
            return type.cast(with.get(place));
        }

        /** Does what is right. */
        @Nullable
        Object right() throws Throwable {
            return called(part, method, with.toArray());
        }

        /** Does what is right with one thing replaced. */
        @Nullable
        Object replacing(int place, Object other) throws Throwable {
            Object[] changed = with.toArray();
            changed[place] = other;
            return called(part, method, changed);
        }
    }

    /** Returns a part that answers one method by a fault and leaves all others to {@code part}. */
    static <T> T at(String name, Class<T> type, T part, Fault fault) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals(name)
                        ? fault.answer(new Call(part, method, Arrays.asList(arguments)))
                        : called(part, method, arguments)));
    }

    private static @Nullable Object called(Object part, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
