/** Keeps messages, the work on them, inboxes and contact data in a database. */
@NullMarked
package se.ryggrad.core.jdbc.messaging;

import org.jspecify.annotations.NullMarked;
