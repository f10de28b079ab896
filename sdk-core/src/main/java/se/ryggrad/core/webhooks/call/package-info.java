/** Calls receivers. */
@NullMarked
package se.ryggrad.core.webhooks.call;

import org.jspecify.annotations.NullMarked;
