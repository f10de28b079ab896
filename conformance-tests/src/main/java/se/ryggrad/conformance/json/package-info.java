/** Strict reading of JSON, and small builders for the bodies that checks send. */
@NullMarked
package se.ryggrad.conformance.json;

import org.jspecify.annotations.NullMarked;
