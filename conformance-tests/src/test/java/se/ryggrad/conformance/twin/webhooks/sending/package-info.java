/** How the twin sends events to receivers. */
@NullMarked
package se.ryggrad.conformance.twin.webhooks.sending;

import org.jspecify.annotations.NullMarked;
