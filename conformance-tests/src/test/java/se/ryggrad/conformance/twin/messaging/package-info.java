/** Takes messages and receipts, and shows letters to whom they are for. */
@NullMarked
package se.ryggrad.conformance.twin.messaging;

import org.jspecify.annotations.NullMarked;
