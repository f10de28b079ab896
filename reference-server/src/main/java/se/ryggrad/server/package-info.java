/** The reference server. */
@NullMarked
package se.ryggrad.server;

import org.jspecify.annotations.NullMarked;
