/** The contract that every index of a portal meets. */
@NullMarked
package se.ryggrad.core.contract.minasidor;

import org.jspecify.annotations.NullMarked;
