/** Offers messages, the inbox and contact data over what a message service is plugged into (chapter MSG). */
@NullMarked
package se.ryggrad.core.messaging;

import org.jspecify.annotations.NullMarked;
