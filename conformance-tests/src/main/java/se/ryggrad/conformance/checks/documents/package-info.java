/** Checks of documents and of the export. */
@NullMarked
package se.ryggrad.conformance.checks.documents;

import org.jspecify.annotations.NullMarked;
