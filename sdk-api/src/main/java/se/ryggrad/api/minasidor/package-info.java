/**
 * Mina sidor (my pages): what a source holds for a person, and the overview of many sources.
 *
 * <p>{@link se.ryggrad.api.minasidor.OverviewSource} is offered by the engine for its cases, and plugged in by whoever
 * holds something else, which then comes after the cases. {@link se.ryggrad.api.minasidor.MinaSidor} is the portal, which asks
 * sources over HTTP. Source: chapter MINA of the standard.
 */
@NullMarked
package se.ryggrad.api.minasidor;

import org.jspecify.annotations.NullMarked;
