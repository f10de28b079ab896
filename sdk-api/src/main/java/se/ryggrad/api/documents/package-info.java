/** Documents: their content, streamed, and what is known of it. */
@NullMarked
package se.ryggrad.api.documents;

import org.jspecify.annotations.NullMarked;
