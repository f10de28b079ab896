/** Letters that a case itself sends: how they get out, and what follows when one comes back (MSG-039 to MSG-044). */
@NullMarked
package se.ryggrad.core.cases.letters;

import org.jspecify.annotations.NullMarked;
