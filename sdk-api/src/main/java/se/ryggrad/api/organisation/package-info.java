/** Whose system it is: principals, their authorities and units. */
@NullMarked
package se.ryggrad.api.organisation;

import org.jspecify.annotations.NullMarked;
