/** Is Plankan, the case system of a building committee: its own tables, words and numbers. It knows nothing of Ryggrad. */
@NullMarked
package example.plankan;

import org.jspecify.annotations.NullMarked;
