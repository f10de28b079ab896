/** Parts that do one thing wrong, held against the contracts, which have to see it. */
@NullMarked
package se.ryggrad.core.contract.broken;

import org.jspecify.annotations.NullMarked;
