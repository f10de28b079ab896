/** Who may see and do what with a case: the table of actions applied to a caller and a case. */
@NullMarked
package se.ryggrad.core.cases.access;

import org.jspecify.annotations.NullMarked;
