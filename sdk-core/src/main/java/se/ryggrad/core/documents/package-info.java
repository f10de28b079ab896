/** Documents on their way in, before a case uses them. */
@NullMarked
package se.ryggrad.core.documents;

import org.jspecify.annotations.NullMarked;
