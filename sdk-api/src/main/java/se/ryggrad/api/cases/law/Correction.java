package se.ryggrad.api.cases.law;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.JsonText;

/**
 * Tells that an obvious error in a decision was corrected, and what it said before (FL section 36; HAND-058).
 *
 * @param correctedOn the day
 * @param explanation what was wrong
 * @param formerText the text before; absent when that was not corrected
 * @param formerReasons the reasons before, JSON as given; absent when those were not corrected, or missing
 */
public record Correction(
        LocalDate correctedOn, String explanation, Optional<String> formerText, Optional<JsonText> formerReasons) {}
