/** Reads requests, keeps the order of faults and writes answers and problems. */
@NullMarked
package se.ryggrad.conformance.twin.http;

import org.jspecify.annotations.NullMarked;
