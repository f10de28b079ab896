/** Tests. */
@NullMarked
package se.ryggrad.core.messaging.rules;

import org.jspecify.annotations.NullMarked;
