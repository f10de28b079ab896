/** Contracts that every implementation of what you plug in meets; extend them in your own tests. */
@NullMarked
package se.ryggrad.core.contract;

import org.jspecify.annotations.NullMarked;
