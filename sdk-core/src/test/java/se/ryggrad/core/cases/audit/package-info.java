/** Tests of the audit, and what tells whether a log of readings is whole. */
@NullMarked
package se.ryggrad.core.cases.audit;

import org.jspecify.annotations.NullMarked;
