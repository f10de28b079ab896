/** Tests the order of the server's packages. */
@NullMarked
package se.ryggrad.server.architecture;

import org.jspecify.annotations.NullMarked;
