/** The contract that every store of service definitions meets. */
@NullMarked
package se.ryggrad.core.contract.catalog;

import org.jspecify.annotations.NullMarked;
