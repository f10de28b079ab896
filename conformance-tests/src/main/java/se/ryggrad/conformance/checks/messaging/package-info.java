/** Checks of messages as they are sent and seen: what is taken, what is told of it, the inbox and how people are told. */
@NullMarked
package se.ryggrad.conformance.checks.messaging;

import org.jspecify.annotations.NullMarked;
