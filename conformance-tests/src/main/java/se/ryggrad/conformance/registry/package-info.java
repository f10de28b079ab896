/** The requirements of the standard as the suite reads them. */
@NullMarked
package se.ryggrad.conformance.registry;

import org.jspecify.annotations.NullMarked;
