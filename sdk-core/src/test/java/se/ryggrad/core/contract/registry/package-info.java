/** The contracts that registries meet: of representations, and of persons. */
@NullMarked
package se.ryggrad.core.contract.registry;

import org.jspecify.annotations.NullMarked;
