/** Tests of the engine, and the world that they play in. */
@NullMarked
package se.ryggrad.core.cases;

import org.jspecify.annotations.NullMarked;
