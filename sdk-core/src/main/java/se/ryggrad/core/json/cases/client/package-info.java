/**
 * Turns cases into JSON and back on the side of whoever asks: writes what {@code se.ryggrad.core.json.cases} reads, and reads what
 * it writes. An {@code XWriter} here is the other direction of the {@code XReader} there.
 */
@NullMarked
package se.ryggrad.core.json.cases.client;

import org.jspecify.annotations.NullMarked;
