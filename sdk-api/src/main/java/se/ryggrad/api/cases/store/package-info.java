/** What you plug in to keep cases: one transaction for everything that belongs together. */
@NullMarked
package se.ryggrad.api.cases.store;

import org.jspecify.annotations.NullMarked;
