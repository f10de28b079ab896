/** Serves an engine of the tests over a real socket, by the resources that serve it anywhere. */
@NullMarked
package se.ryggrad.core.client.served;

import org.jspecify.annotations.NullMarked;
