package se.ryggrad.api;

import java.util.Locale;

/** Names a language that every text of the standard exists in. */
public enum Language {
    /** Swedish, the default (CORE: {@code Accept-Language}). */
    SV,
    /** English. */
    EN;

    /** Returns the BCP 47 tag, {@code sv} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
