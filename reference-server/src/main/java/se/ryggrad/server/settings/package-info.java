/** The server's settings, and the refusal to start with a wrong one. */
@NullMarked
package se.ryggrad.server.settings;

import org.jspecify.annotations.NullMarked;
