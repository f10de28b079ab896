/** Keeps messages, the work on them, inboxes and contact data in a database. */
@NullMarked
package se.ryggrad.server.store.messaging;

import org.jspecify.annotations.NullMarked;
