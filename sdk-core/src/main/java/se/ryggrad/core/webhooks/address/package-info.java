/** Tells which addresses of receivers are public, however they are written (EVT-011, EVT-012). */
@NullMarked
package se.ryggrad.core.webhooks.address;

import org.jspecify.annotations.NullMarked;
