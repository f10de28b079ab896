/** Tests. */
@NullMarked
package se.ryggrad.api.messaging.model;

import org.jspecify.annotations.NullMarked;
