/** What you plug in to know who may act for whom: registries of representations. */
@NullMarked
package se.ryggrad.api.registry;

import org.jspecify.annotations.NullMarked;
