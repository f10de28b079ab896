/** Says which sources a portal asks, and with which clients it exchanges tokens: the register of its operator. */
@NullMarked
package se.ryggrad.core.minasidor.register;

import org.jspecify.annotations.NullMarked;
