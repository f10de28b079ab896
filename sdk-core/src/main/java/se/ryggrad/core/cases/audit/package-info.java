/** What the auditor of an authority does with the access logs of its cases: seal them into one, and read it. */
@NullMarked
package se.ryggrad.core.cases.audit;

import org.jspecify.annotations.NullMarked;
