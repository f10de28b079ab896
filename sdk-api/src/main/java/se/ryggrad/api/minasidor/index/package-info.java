/**
 * The index of a portal, to which sources push what they hold (option {@code overview-index}).
 *
 * <p>{@link se.ryggrad.api.minasidor.index.OverviewIntake} is offered by the engine, and takes what sources push;
 * {@link se.ryggrad.api.minasidor.index.OverviewIndex} keeps it, and is plugged in. Source: chapter MINA of the standard.
 */
@NullMarked
package se.ryggrad.api.minasidor.index;

import org.jspecify.annotations.NullMarked;
