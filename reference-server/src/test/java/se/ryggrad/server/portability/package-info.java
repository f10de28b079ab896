/** Tests the engine on a runtime of another make than the reference server's. */
@NullMarked
package se.ryggrad.server.portability;

import org.jspecify.annotations.NullMarked;
