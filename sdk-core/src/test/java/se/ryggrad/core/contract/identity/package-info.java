/** The contracts of what tells who officers are, and what systems reach. */
@NullMarked
package se.ryggrad.core.contract.identity;

import org.jspecify.annotations.NullMarked;
