/** Health of the server, by MicroProfile Health: {@code /health/ready} and {@code /health/live}. */
@NullMarked
package se.ryggrad.server.health;

import org.jspecify.annotations.NullMarked;
