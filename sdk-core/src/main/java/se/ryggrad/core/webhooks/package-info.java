/** Sends events to receivers (EVT-008 to EVT-031). */
@NullMarked
package se.ryggrad.core.webhooks;

import org.jspecify.annotations.NullMarked;
