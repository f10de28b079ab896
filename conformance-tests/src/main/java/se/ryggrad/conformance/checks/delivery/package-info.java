/** Checks of how messages go by channels: what a channel is asked and given, when again, and what its receipts change. */
@NullMarked
package se.ryggrad.conformance.checks.delivery;

import org.jspecify.annotations.NullMarked;
