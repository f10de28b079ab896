/** Tests of the command line. */
@NullMarked
package se.ryggrad.conformance.cli;

import org.jspecify.annotations.NullMarked;
