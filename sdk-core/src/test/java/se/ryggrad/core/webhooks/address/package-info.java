/** Tests of the sending of events. */
@NullMarked
package se.ryggrad.core.webhooks.address;

import org.jspecify.annotations.NullMarked;
