/** Who has read a case: recorded before anything is shown, and shown to whoever may read it. */
@NullMarked
package se.ryggrad.core.cases.reading;

import org.jspecify.annotations.NullMarked;
