package se.ryggrad.api.identity;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Identifies a person or an organisation.
 *
 * <p>{@link #toString()} never shows the value, so that it reaches no log.
 *
 * @param scheme the kind of identifier
 * @param value the identifier in its storage form; empty for {@link IdentityScheme#NONE}
 */
public record Identity(IdentityScheme scheme, String value) {

    /** Nobody in particular. */
    public static final Identity NONE = new Identity(IdentityScheme.NONE, "");

    /** Rejects an identifier that its scheme does not allow, and keeps a prid in small letters (ID-066, ID-067). */
    public Identity {
        Objects.requireNonNull(value, "value");
        value = IdentityNumbers.stored(scheme, value);
        if (!IdentityNumbers.valid(scheme, value)) {
            throw new IllegalArgumentException("not a valid " + scheme.code());
        }
    }

    /** Returns the date of birth that stands in the number; nothing for one without a date. */
    public Optional<LocalDate> birthDate() {
        return IdentityNumbers.birthDate(scheme, value);
    }

    /**
     * Returns how many years old a person with this number is on {@code day}; nothing for a number without a date.
     * Whoever is born on 29 February turns on 28 February in other years.
     */
    public OptionalInt ageOn(LocalDate day) {
        return birthDate().map(born -> OptionalInt.of(age(born, day))).orElseGet(OptionalInt::empty);
    }

    private static int age(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        return born.plusYears(years).isAfter(day) ? years - 1 : years;
    }

    @Override
    public String toString() {
        return "Identity[" + scheme.code() + "]";
    }
}
