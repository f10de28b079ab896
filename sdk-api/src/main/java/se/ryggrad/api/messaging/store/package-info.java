/** What keeps messages, letters and contact data. */
@NullMarked
package se.ryggrad.api.messaging.store;

import org.jspecify.annotations.NullMarked;
