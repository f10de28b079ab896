/** The rules of what may be sent, and by which channels. */
@NullMarked
package se.ryggrad.core.messaging.rules;

import org.jspecify.annotations.NullMarked;
