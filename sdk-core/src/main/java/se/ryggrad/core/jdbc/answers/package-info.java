/** Keeps what idempotency keys are bound to, for every store whose writes have one. */
@NullMarked
package se.ryggrad.core.jdbc.answers;

import org.jspecify.annotations.NullMarked;
