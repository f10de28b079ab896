/** Tests of what a source holds for Mina sidor. */
@NullMarked
package se.ryggrad.api.minasidor;

import org.jspecify.annotations.NullMarked;
