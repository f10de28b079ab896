/** What registries are asked about the persons of a case, and what is kept of their answers. */
@NullMarked
package se.ryggrad.core.cases.inquiry;

import org.jspecify.annotations.NullMarked;
