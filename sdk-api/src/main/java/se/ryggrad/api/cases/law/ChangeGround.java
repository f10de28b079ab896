package se.ryggrad.api.cases.law;

import java.util.Locale;

/** Lists the grounds on which an authority changes its own decision (FL sections 37, 38); the list is closed. */
public enum ChangeGround {
    /** It is incorrect, because of new circumstances or for another reason (section 37, first paragraph). */
    INCORRECT,
    /** It says, or what it rests on, that it may be revoked (section 37, second paragraph, 1). */
    RESERVATION,
    /** Compelling reasons of safety demand it at once (section 37, second paragraph, 2). */
    URGENT_SAFETY,
    /** The party gave incorrect or misleading information (section 37, second paragraph, 3). */
    MISLEADING_INFORMATION,
    /** It is clearly incorrect and easily changed without detriment to anybody (section 38). */
    CLEARLY_INCORRECT;

    /** Returns whether a favourable decision may be changed on it to the detriment of a party. */
    public boolean permitsDetriment() {
        return this == RESERVATION || this == URGENT_SAFETY || this == MISLEADING_INFORMATION;
    }

    /** Returns whether a decision may be changed on it while it is under appeal (FL section 39). */
    public boolean permitsAppealed() {
        return this == CLEARLY_INCORRECT;
    }

    /** Returns the name in JSON, for example {@code clearly-incorrect}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
