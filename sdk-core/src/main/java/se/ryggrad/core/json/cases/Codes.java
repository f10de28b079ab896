package se.ryggrad.core.json.cases;

import java.util.Arrays;
import java.util.Locale;

/** Turns the names of vocabularies in JSON into constants. */
final class Codes {

    private Codes() {}

    static <E extends Enum<E>> E parse(Class<E> vocabulary, String code) {
        return Enum.valueOf(vocabulary, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static <E extends Enum<E>> boolean known(Class<E> vocabulary, String code) {
        String name = code.toUpperCase(Locale.ROOT).replace('-', '_');
        return code.equals(code.toLowerCase(Locale.ROOT))
                && Arrays.stream(vocabulary.getEnumConstants())
                        .anyMatch(value -> value.name().equals(name));
    }
}
