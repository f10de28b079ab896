package se.ryggrad.core.cases.law;

import java.time.LocalDate;
import java.time.Period;

/**
 * Reckons the times of the law, in calendar days of Europe/Stockholm, by lag (1930:173).
 *
 * <p>Section 1: a time of weeks or months ends on the day whose name in the week, or number in the month,
 * is that of the day it starts from; on the last day of the month where that number is missing. Section 2:
 * what is to be done by a day that is no working day may be done the next working day.
 */
public final class LegalTimes {

    private static final Period SIX_MONTHS = Period.ofMonths(6);
    private static final Period FOUR_WEEKS = Period.ofWeeks(4);
    private static final Period THREE_WEEKS = Period.ofWeeks(3);

    private LegalTimes() {}

    /**
     * Returns the first day on which the party who began a case may demand that it be decided: the day
     * after six months have passed without a decision (FL section 12). Nothing has to be done by the last
     * day of the six months, so section 2 does not move it.
     *
     * @param begunOn the day the case began
     */
    public static LocalDate demandFrom(LocalDate begunOn) {
        return begunOn.plus(SIX_MONTHS).plusDays(1);
    }

    /**
     * Returns the last day on which the authority decides the case or refuses the demand: four weeks from
     * the day the demand came in (FL section 12).
     *
     * @param demandedOn the day the demand came in
     */
    public static LocalDate answerToDemand(LocalDate demandedOn) {
        return lastDay(demandedOn, FOUR_WEEKS);
    }

    /**
     * Returns the first day on which an appeal is late: the day after the last of three weeks from the day
     * the party received the decision (FL section 44).
     *
     * @param servedOn the day the party received the decision
     */
    public static LocalDate appealBefore(LocalDate servedOn) {
        return lastDay(servedOn, THREE_WEEKS).plusDays(1);
    }

    private static LocalDate lastDay(LocalDate start, Period time) {
        return WorkingDays.onOrAfter(start.plus(time));
    }
}
