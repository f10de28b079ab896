/** The feed of events across cases, for systems. */
@NullMarked
package se.ryggrad.core.events;

import org.jspecify.annotations.NullMarked;
