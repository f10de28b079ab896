/** Tests of the sending of events. */
@NullMarked
package se.ryggrad.core.webhooks.call;

import org.jspecify.annotations.NullMarked;
