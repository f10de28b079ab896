/** Takes bodies of requests apart. */
@NullMarked
package se.ryggrad.core.json.body;

import org.jspecify.annotations.NullMarked;
