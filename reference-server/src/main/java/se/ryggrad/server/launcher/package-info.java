/** Starts the packaged server: {@code java -jar ryggrad-server.jar}. Plain Java, outside the web application. */
@NullMarked
package se.ryggrad.server.launcher;

import org.jspecify.annotations.NullMarked;
