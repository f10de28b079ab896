/** Events as they are recorded: their content, its digest and the chain that binds them. */
@NullMarked
package se.ryggrad.core.cases.chain;

import org.jspecify.annotations.NullMarked;
