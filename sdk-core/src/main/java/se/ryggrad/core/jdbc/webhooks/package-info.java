/** Keeps subscriptions to events in a database. */
@NullMarked
package se.ryggrad.core.jdbc.webhooks;

import org.jspecify.annotations.NullMarked;
