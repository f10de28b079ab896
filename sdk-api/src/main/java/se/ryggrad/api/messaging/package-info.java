/**
 * Writing to people and telling what became of it (chapter MSG of the standard).
 *
 * <p>The engine offers {@link se.ryggrad.api.messaging.Messaging}, {@link se.ryggrad.api.messaging.Inbox} and {@link
 * se.ryggrad.api.messaging.Contacts} to whoever plugs in a {@link se.ryggrad.api.messaging.store.MessageStore} and the
 * {@link se.ryggrad.api.messaging.channel.MessageChannel}s that deliver.
 */
@NullMarked
package se.ryggrad.api.messaging;

import org.jspecify.annotations.NullMarked;
