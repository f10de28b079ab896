/** Checks of timelines, their chain and the feed. */
@NullMarked
package se.ryggrad.conformance.checks.events;

import org.jspecify.annotations.NullMarked;
