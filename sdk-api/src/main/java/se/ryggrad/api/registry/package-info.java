/** What you plug in to know who may act for whom, and whose personal data is protected: registries. */
@NullMarked
package se.ryggrad.api.registry;

import org.jspecify.annotations.NullMarked;
