/** Tests against the packaged server, started as a user starts it. */
@NullMarked
package se.ryggrad.server.it;

import org.jspecify.annotations.NullMarked;
