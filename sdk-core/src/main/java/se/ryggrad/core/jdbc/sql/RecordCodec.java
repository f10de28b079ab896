package se.ryggrad.core.jdbc.sql;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;

/**
 * Writes immutable values of the API, and other public records, as text and reads them again.
 *
 * <p>Records become objects with a member for each component; values of a sealed interface name their type beside. A
 * component that older text lacks is read as absent or empty, so that the API can grow without a migration. This is the
 * form in the database and never the form on the wire.
 */
public final class RecordCodec {
    private static final String TYPE = "$type";
    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            String.class, text -> text,
            UUID.class, UUID::fromString,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            JsonText.class, JsonText::new);

    private RecordCodec() {}

    /** Returns {@code value} as text. */
    public static String write(Record value) {
        return tree(value).json().text();
    }

    /** Reads what {@link #write} wrote. */
    public static <T extends Record> T read(String text, Class<T> type) {
        return type.cast(value(JsonTree.parse(new JsonText(text)), type));
    }

    private static JsonTree tree(Object value) {
        if (value instanceof JsonText json) {
            return JsonTree.of(json.text());
        } else if (value instanceof Record part) {
            return object(part);
        } else if (value instanceof Collection<?> items) {
            return JsonTree.array(items.stream().map(RecordCodec::tree).toList());
        } else if (value instanceof Map<?, ?> map) {
            JsonBuilder object = JsonTree.object();
            map.forEach((name, item) -> object.put(name.toString(), tree(item)));
            return object.build();
        } else if (value instanceof Enum<?> constant) {
            return JsonTree.of(constant.name());
        } else if (value instanceof Boolean truth) {
            return JsonTree.of(truth);
        } else if (value instanceof Number number) {
            return JsonTree.of(number.longValue());
        }
        return JsonTree.of(value.toString());
    }

    private static JsonTree object(Record value) {
        JsonBuilder object = JsonTree.object();
        RecordShape shape = RecordShape.of(value.getClass());
        if (shape.named()) {
            object.put(TYPE, value.getClass().getSimpleName());
        }
        for (RecordComponent component : shape.components()) {
            Object part = component(value, component);
            if (part instanceof Optional<?> optional) {
                optional.ifPresent(present -> object.put(component.getName(), tree(present)));
            } else {
                object.put(component.getName(), tree(part));
            }
        }
        return object.build();
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("records that are kept are public", closed);
        }
    }

    private static Object value(JsonTree tree, Type declared) {
        Class<?> raw = raw(declared);
        if (raw == Optional.class) {
            return Optional.of(value(tree, argument(declared, 0)));
        } else if (raw == List.class || raw == Set.class) {
            return items(tree, raw, argument(declared, 0));
        } else if (raw == Map.class) {
            return map(tree, argument(declared, 1));
        } else if (TEXTS.containsKey(raw)) {
            return TEXTS.get(raw).apply(tree.asText().orElseThrow());
        } else if (raw.isEnum()) {
            return constant(raw, tree.asText().orElseThrow());
        } else if (raw == boolean.class) {
            return tree.asTruth().orElseThrow();
        } else if (raw == int.class || raw == Integer.class) {
            return tree.asNumber().orElseThrow().intValueExact();
        } else if (raw == long.class) {
            return tree.asNumber().orElseThrow().longValueExact();
        }
        return record(tree.asObject().orElseThrow(), raw);
    }

    private static Collection<Object> items(JsonTree tree, Class<?> raw, Type item) {
        List<Object> items = tree.asArray().orElseThrow().stream()
                .map(element -> value(element, item))
                .toList();
        return raw == Set.class ? new LinkedHashSet<>(items) : items;
    }

    private static Map<String, Object> map(JsonTree tree, Type item) {
        Map<String, Object> map = new LinkedHashMap<>();
        tree.asObject().orElseThrow().members().forEach((name, element) -> map.put(name, value(element, item)));
        return map;
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no constant " + name + " in " + type.getName()));
    }

    private static Object record(ObjectNode tree, Class<?> declared) {
        Optional<String> name = tree.text(TYPE);
        Class<?> type = name.isPresent() ? permitted(declared, name.get()) : declared;
        RecordShape shape = RecordShape.of(type);
        Object[] values = shape.components().stream()
                .map(component -> part(tree.member(component.getName()).orElse(null), component.getGenericType()))
                .toArray();
        try {
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalStateException("stored text does not fit " + type.getName(), unfit);
        }
    }

    private static Object part(@Nullable JsonTree tree, Type declared) {
        if (tree != null) {
            return value(tree, declared);
        }
        Class<?> raw = raw(declared);
        if (raw == Optional.class) {
            return Optional.empty();
        } else if (raw == Set.class) {
            return Set.of();
        } else if (raw == List.class) {
            return List.of();
        }
        throw new IllegalStateException("stored text lacks a " + declared.getTypeName());
    }

    private static Class<?> permitted(Class<?> declared, String name) {
        Class<?>[] candidates = declared.isSealed() ? declared.getPermittedSubclasses() : new Class<?>[] {declared};
        return Arrays.stream(candidates)
                .filter(candidate -> candidate.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no type " + name + " in " + declared.getName()));
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
