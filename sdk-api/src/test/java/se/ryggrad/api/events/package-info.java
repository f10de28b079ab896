/** Tests of what subscriptions say of themselves. */
@NullMarked
package se.ryggrad.api.events;

import org.jspecify.annotations.NullMarked;
