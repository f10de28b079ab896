/** What the tests know of the server's settings. */
@NullMarked
package se.ryggrad.server.settings;

import org.jspecify.annotations.NullMarked;
