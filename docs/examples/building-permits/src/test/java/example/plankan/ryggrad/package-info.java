/** Tests that Plankan and the cases of the standard stay one. */
@NullMarked
package example.plankan.ryggrad;

import org.jspecify.annotations.NullMarked;
