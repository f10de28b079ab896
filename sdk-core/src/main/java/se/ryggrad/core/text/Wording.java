package se.ryggrad.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import se.ryggrad.api.LocalizedText;

/** Finds texts for people by key; the bundles stand in {@code texts_sv} and {@code texts_en}. */
public final class Wording {

    private static final Properties SV = load("texts_sv.properties");
    private static final Properties EN = load("texts_en.properties");

    private Wording() {}

    /**
     * Returns the text of {@code key}.
     *
     * @param inserts take the places of {@code {0}}, {@code {1}} and so on; never input of a caller
     * @throws IllegalArgumentException when a bundle lacks the key
     */
    public static LocalizedText text(String key, LocalizedText... inserts) {
        String sv = find(SV, key);
        String en = find(EN, key);
        for (int place = 0; place < inserts.length; place++) {
            sv = sv.replace("{" + place + "}", inserts[place].sv());
            en = en.replace("{" + place + "}", inserts[place].en());
        }
        return new LocalizedText(sv, en);
    }

    /** Returns a text that is the same in both languages. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    private static String find(Properties bundle, String key) {
        String text = bundle.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return text;
    }

    private static Properties load(String name) {
        Properties bundle = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle " + name + " is missing");
            }
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return bundle;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
