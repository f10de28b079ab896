/** Tests how the suite reads what a system says. */
@NullMarked
package se.ryggrad.conformance.contract;

import org.jspecify.annotations.NullMarked;
