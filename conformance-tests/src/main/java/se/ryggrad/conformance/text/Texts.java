package se.ryggrad.conformance.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The suite's texts in one language. */
public final class Texts {

    private static final String BUNDLE = "se.ryggrad.conformance.text.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the texts in Swedish, or in English for {@code en}. */
    public static Texts in(String language) {
        return new Texts(language.equals("en") ? Locale.ENGLISH : Locale.ROOT);
    }

    /** Returns the language of the texts. */
    public String language() {
        return locale.equals(Locale.ENGLISH) ? "en" : "sv";
    }

    /** Returns a text with its places filled; values are put in as they are. */
    public String get(String key, Object... values) {
        Object[] plain = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(plain);
    }
}
