/** What a case is downloaded as: ranges of documents, file names and the export. */
@NullMarked
package se.ryggrad.core.rest.content;

import org.jspecify.annotations.NullMarked;
