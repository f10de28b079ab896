/** Tests of the stores, the same on both databases. */
@NullMarked
package se.ryggrad.core.jdbc;

import org.jspecify.annotations.NullMarked;
