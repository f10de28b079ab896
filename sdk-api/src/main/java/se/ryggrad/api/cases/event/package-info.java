/** What happened in a case: the timeline that citizen and officer share, and its hash chain. */
@NullMarked
package se.ryggrad.api.cases.event;

import org.jspecify.annotations.NullMarked;
