/** Reads and writes what is said of messages in JSON. */
@NullMarked
package se.ryggrad.core.json.messaging;

import org.jspecify.annotations.NullMarked;
