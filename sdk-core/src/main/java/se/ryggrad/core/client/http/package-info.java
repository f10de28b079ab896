/** Sends requests to another system until it answers, and reads answers and problems. */
@NullMarked
package se.ryggrad.core.client.http;

import org.jspecify.annotations.NullMarked;
