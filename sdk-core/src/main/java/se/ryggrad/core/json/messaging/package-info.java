/** Bodies and answers of messages, letters and contact data. */
@NullMarked
package se.ryggrad.core.json.messaging;

import org.jspecify.annotations.NullMarked;
