package se.ryggrad.api.cases.action;

import java.util.UUID;

/**
 * Says what becomes of a working paper when the case ends.
 *
 * @param memo which
 * @param keep whether it becomes a note of the file; else it is deleted
 */
public record MemoFate(UUID memo, boolean keep) {}
