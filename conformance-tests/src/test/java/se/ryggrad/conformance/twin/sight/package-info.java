/** What a contact centre sees of a case. */
@NullMarked
package se.ryggrad.conformance.twin.sight;

import org.jspecify.annotations.NullMarked;
