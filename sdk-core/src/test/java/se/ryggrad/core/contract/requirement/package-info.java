/** How tests of contracts name what of the standard they hold. */
@NullMarked
package se.ryggrad.core.contract.requirement;

import org.jspecify.annotations.NullMarked;
