/** Answers the operations of Mina sidor, as the resources of cases do. */
@NullMarked
package se.ryggrad.core.rest.minasidor;

import org.jspecify.annotations.NullMarked;
