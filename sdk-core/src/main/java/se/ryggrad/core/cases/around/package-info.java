/** What a case system of a supplier's own is put around the engine with. */
@NullMarked
package se.ryggrad.core.cases.around;

import org.jspecify.annotations.NullMarked;
