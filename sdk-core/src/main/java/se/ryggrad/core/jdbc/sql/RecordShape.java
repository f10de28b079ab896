package se.ryggrad.core.jdbc.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Holds what reflection tells of a record type. The platform makes that anew at each question, which costs more than the
 * reading and writing itself.
 *
 * @param components the components, in order
 * @param constructor the canonical constructor
 * @param named whether a value names its type, since it is one of several that are permitted
 */
record RecordShape(List<RecordComponent> components, Constructor<?> constructor, boolean named) {

    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return examined(type);
        }
    };

    /** Returns the shape of a record type. */
    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static RecordShape examined(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        boolean named = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
        try {
            return new RecordShape(List.of(components), type.getDeclaredConstructor(types), named);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", impossible);
        }
    }
}
