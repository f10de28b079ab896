/** Checks of the option webhooks: who subscribes to what, how a receiver is challenged, and how events are sent to it. */
@NullMarked
package se.ryggrad.conformance.checks.webhooks;

import org.jspecify.annotations.NullMarked;
