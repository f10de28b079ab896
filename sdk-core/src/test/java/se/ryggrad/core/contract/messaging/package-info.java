/** The contract that every channel that delivers messages meets. */
@NullMarked
package se.ryggrad.core.contract.messaging;

import org.jspecify.annotations.NullMarked;
