/** Messages and what became of them, letters, and how people want to be told. */
@NullMarked
package se.ryggrad.api.messaging.model;

import org.jspecify.annotations.NullMarked;
