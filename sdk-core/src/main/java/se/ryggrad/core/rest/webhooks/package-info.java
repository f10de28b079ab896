/** The operations of subscriptions. */
@NullMarked
package se.ryggrad.core.rest.webhooks;

import org.jspecify.annotations.NullMarked;
