/** Tests of what is put around the engine. */
@NullMarked
package se.ryggrad.core.cases.around;

import org.jspecify.annotations.NullMarked;
