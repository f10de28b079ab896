package se.ryggrad.api.cases.law;

import java.util.Optional;
import se.ryggrad.api.JsonText;

/**
 * Says of a decision how the parties were heard before it and are told how to appeal (FL sections 25, 33; HAND-082,
 * HAND-083).
 *
 * @param communicationOmitted JSON object {@code {ground}} for not hearing them
 * @param appealInstruction JSON object {@code {text, to, period}}
 * @param appealInstructionOmitted JSON object {@code {ground}} for leaving it out
 */
public record Safeguards(
        Optional<JsonText> communicationOmitted,
        Optional<JsonText> appealInstruction,
        Optional<JsonText> appealInstructionOmitted) {}
