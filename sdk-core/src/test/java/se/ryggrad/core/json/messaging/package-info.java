/** Tests. */
@NullMarked
package se.ryggrad.core.json.messaging;

import org.jspecify.annotations.NullMarked;
