/** Writing once, however often the request arrives. */
@NullMarked
package se.ryggrad.api.idempotency;

import org.jspecify.annotations.NullMarked;
