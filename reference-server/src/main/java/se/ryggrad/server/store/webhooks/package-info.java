/** Keeps subscriptions to events in a database. */
@NullMarked
package se.ryggrad.server.store.webhooks;

import org.jspecify.annotations.NullMarked;
