/**
 * Cases: what the SDK offers to callers and what a supplier with an engine of its own implements.
 */
@NullMarked
package se.ryggrad.api.cases;

import org.jspecify.annotations.NullMarked;
