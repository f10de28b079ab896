/** The index of a portal: what sources push, who sees it, and what becomes of sources that push. */
@NullMarked
package se.ryggrad.conformance.twin.index;

import org.jspecify.annotations.NullMarked;
