/** The operations of messages, letters and contact data. */
@NullMarked
package se.ryggrad.core.rest.messaging;

import org.jspecify.annotations.NullMarked;
