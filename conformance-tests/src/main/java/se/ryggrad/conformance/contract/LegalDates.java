package se.ryggrad.conformance.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dates that the law sets, as the standard's test vectors have them. */
public final class LegalDates {

    private static final TreeMap<LocalDate, LegalDates> ALL = Contract.text("vectors/legal-dates.csv")
            .lines()
            .skip(1)
            .map(row -> List.of(row.split(",", -1)))
            .map(row -> row.stream().map(LocalDate::parse).toList())
            .collect(Collectors.toMap(
                    row -> row.get(0),
                    row -> new LegalDates(row.get(1), row.get(2), row.get(3)),
                    (one, other) -> one,
                    TreeMap::new));

    private final LocalDate demandFrom;
    private final LocalDate answerToDemand;
    private final LocalDate appealBefore;

    private LegalDates(LocalDate demandFrom, LocalDate answerToDemand, LocalDate appealBefore) {
        this.demandFrom = demandFrom;
        this.answerToDemand = answerToDemand;
        this.appealBefore = appealBefore;
    }

    /** Returns the first day on which a decision may be demanded of a case that was received on a day. */
    public static LocalDate demandFrom(LocalDate receivedOn) {
        return on(receivedOn, dates -> dates.demandFrom);
    }

    /** Returns the last day to answer a demand that came in on a day. */
    public static LocalDate answerToDemand(LocalDate demandedOn) {
        return on(demandedOn, dates -> dates.answerToDemand);
    }

    /** Returns the first day on which an appeal of a decision received on a day is late. */
    public static LocalDate appealBefore(LocalDate servedOn) {
        return on(servedOn, dates -> dates.appealBefore);
    }

    /** Returns the holidays and eves of a year, in order. */
    public static List<LocalDate> holidays(int year) {
        return Contract.text("vectors/non-working-days.csv")
                .lines()
                .skip(1)
                .map(row -> LocalDate.parse(row.substring(0, row.indexOf(','))))
                .filter(day -> day.getYear() == year)
                .toList();
    }

    /** Returns the first day that the vectors have. */
    public static LocalDate first() {
        return ALL.firstKey();
    }

    private static LocalDate on(LocalDate day, Function<LegalDates, LocalDate> rule) {
        LegalDates dates = ALL.get(day);
        if (dates == null) {
            throw new IllegalArgumentException("the vectors have no " + day);
        }
        return rule.apply(dates);
    }
}
