/** The twin's subscriptions: who makes them, what they wish, and what is told of them. */
@NullMarked
package se.ryggrad.conformance.twin.webhooks;

import org.jspecify.annotations.NullMarked;
