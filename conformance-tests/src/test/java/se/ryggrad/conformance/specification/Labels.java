package se.ryggrad.conformance.specification;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The page's own words in one language. */
record Labels(Language language, ResourceBundle bundle) {

    static Labels of(Language language) {
        String base = Labels.class.getPackageName() + ".labels_" + language.tag();
        return new Labels(language, ResourceBundle.getBundle(base));
    }

    /** Returns the words for a key, with the arguments in their places. */
    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), java.util.Locale.forLanguageTag(language.tag()))
                .format(arguments);
    }

    /** Tells whether there are words for a key. */
    boolean has(String key) {
        return bundle.containsKey(key);
    }
}
