/** Tests of the sending of events. */
@NullMarked
package se.ryggrad.core.webhooks;

import org.jspecify.annotations.NullMarked;
