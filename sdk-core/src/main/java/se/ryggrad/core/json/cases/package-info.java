/** Turns cases, actions and events into JSON and back. */
@NullMarked
package se.ryggrad.core.json.cases;

import org.jspecify.annotations.NullMarked;
