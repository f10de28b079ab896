package se.ryggrad.api.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/** Says how far a guardian sees the cases of a child (ID-049). */
public sealed interface GuardianSight {

    /** An age that is not known: older than whoever is seen to an age, and still seen where everybody is. */
    int UNKNOWN_AGE = Integer.MAX_VALUE - 1;

    /** Returns the age below which the child's cases are seen: 0 for never, {@link Integer#MAX_VALUE} for always. */
    int belowAge();

    /** Returns whether a guardian sees the cases of a child of {@code age}, which is absent where it is not known. */
    default boolean reaches(OptionalInt age) {
        return belowAge() > age.orElse(UNKNOWN_AGE);
    }

    /**
     * Parses {@code full}, {@code none}, {@code by-officer} or {@code until-age-N}.
     *
     * @throws IllegalArgumentException for another text
     */
    static GuardianSight parse(String code) {
        return code.startsWith(UntilAge.PREFIX)
                ? new UntilAge(Integer.parseInt(code.substring(UntilAge.PREFIX.length())))
                : Arrays.stream(Fixed.values())
                        .filter(fixed -> fixed.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no sight of guardians"));
    }

    /** Lists those that do not depend on the child's age. */
    enum Fixed implements GuardianSight {
        /** Sees everything. */
        FULL(Integer.MAX_VALUE),
        /** Sees nothing. */
        NONE(0),
        /** Sees what an officer lets them see; nothing in this version of the standard. */
        BY_OFFICER(0);

        private final int belowAge;

        Fixed(int belowAge) {
            this.belowAge = belowAge;
        }

        @Override
        public int belowAge() {
            return belowAge;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Sees everything to the day before the child turns {@code belowAge}.
     *
     * @param belowAge from 1 to 18
     */
    record UntilAge(int belowAge) implements GuardianSight {

        private static final String PREFIX = "until-age-";
        private static final int ADULT = 18;

        /** Rejects another age. */
        public UntilAge {
            if (belowAge < 1 || belowAge > ADULT) {
                throw new IllegalArgumentException("a child's age is from 1 to 18");
            }
        }
    }
}
