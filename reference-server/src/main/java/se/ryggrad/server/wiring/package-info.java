/** Puts the server together: data source, principals and the beans that the engine is given. */
@NullMarked
package se.ryggrad.server.wiring;

import org.jspecify.annotations.NullMarked;
