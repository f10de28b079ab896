package se.ryggrad.conformance.twin.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Says whether the time is up for which a case is kept. */
final class Retention {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final List<String> ENDS = List.of("closed", "completed", "withdrawn");

    private Retention() {}

    /** Returns whether a case may be disposed of today. */
    static boolean isOver(CaseFile file, World world) {
        var settings = world.settings();
        if (isAwaited(file, settings)) {
            return false;
        }
        if (!file.isIn("closed")) {
            return settings.breaks(Fault.HAND_078_A) && isDisposable(file);
        }
        var until = until(file, settings);
        return until.filter(day -> !world.today().isBefore(day) || settings.breaks(Fault.HAND_078_E))
                .isPresent();
    }

    private static boolean isAwaited(CaseFile file, TwinSettings settings) {
        boolean open = isAny(file, "open") && !settings.breaks(Fault.HAND_078_C);
        boolean forwarded = isAny(file, "forwarded") && !settings.breaks(Fault.HAND_078_D);
        return open || forwarded;
    }

    private static boolean isAny(CaseFile file, String state) {
        return file.appeals()
                .valueStream()
                .anyMatch(a -> a.path("state").asString("").equals(state));
    }

    /** Returns the first day on which a closed case may be disposed of, if there is one. */
    private static Optional<LocalDate> until(CaseFile file, TwinSettings settings) {
        var retention = file.service().json().path("retention");
        if (settings.breaks(Fault.HAND_078_B)) {
            return closedOn(file);
        }
        if (!isDisposable(file) || !retention.has("period")) {
            return Optional.empty();
        }
        var period = Period.parse(retention.path("period").asString());
        return closedOn(file).map(day -> day.plus(period));
    }

    private static boolean isDisposable(CaseFile file) {
        return file.service()
                .json()
                .path("retention")
                .path("action")
                .asString("")
                .equals("dispose");
    }

    /** Returns the day on which a closed case was last closed. */
    private static Optional<LocalDate> closedOn(CaseFile file) {
        return file.events().stream()
                .filter(e -> ENDS.contains(e.type()))
                .reduce((earlier, later) -> later)
                .map(e -> OffsetDateTime.parse(e.recordedAt())
                        .atZoneSameInstant(STOCKHOLM)
                        .toLocalDate());
    }
}
