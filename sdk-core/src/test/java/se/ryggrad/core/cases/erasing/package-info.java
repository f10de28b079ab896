/** Tests of what the engine takes away for good, and of what it shows afterwards. */
@NullMarked
package se.ryggrad.core.cases.erasing;

import org.jspecify.annotations.NullMarked;
