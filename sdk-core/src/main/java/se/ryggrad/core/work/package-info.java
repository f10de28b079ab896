/** Works off what lies in a store and is due, whatever it is. */
@NullMarked
package se.ryggrad.core.work;

import org.jspecify.annotations.NullMarked;
