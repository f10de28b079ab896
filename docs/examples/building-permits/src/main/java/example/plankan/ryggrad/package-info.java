/** Puts Ryggrad before Plankan: translates words, numbers and people, and copies no rule. */
@NullMarked
package example.plankan.ryggrad;

import org.jspecify.annotations.NullMarked;
