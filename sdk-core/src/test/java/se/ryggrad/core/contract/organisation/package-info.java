/** The contract of what tells which principals there are. */
@NullMarked
package se.ryggrad.core.contract.organisation;

import org.jspecify.annotations.NullMarked;
