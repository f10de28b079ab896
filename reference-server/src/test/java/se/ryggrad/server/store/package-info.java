/** Tests of the stores, the same on both databases. */
@NullMarked
package se.ryggrad.server.store;

import org.jspecify.annotations.NullMarked;
