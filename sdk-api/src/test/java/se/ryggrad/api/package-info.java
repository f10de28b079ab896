/** Tests of the shared terms. */
@NullMarked
package se.ryggrad.api;

import org.jspecify.annotations.NullMarked;
