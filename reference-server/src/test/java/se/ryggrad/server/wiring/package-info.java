/** Tests of what the server does by itself. */
@NullMarked
package se.ryggrad.server.wiring;

import org.jspecify.annotations.NullMarked;
