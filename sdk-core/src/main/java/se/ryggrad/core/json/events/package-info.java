/** Turns the feed into JSON. */
@NullMarked
package se.ryggrad.core.json.events;

import org.jspecify.annotations.NullMarked;
