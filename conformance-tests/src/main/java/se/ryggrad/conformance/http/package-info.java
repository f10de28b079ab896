/** Requests as checks write them, answers as checks judge them, and the failures that follow. */
@NullMarked
package se.ryggrad.conformance.http;

import org.jspecify.annotations.NullMarked;
