/** Tests of the chain against the published vectors. */
@NullMarked
package se.ryggrad.core.cases.chain;

import org.jspecify.annotations.NullMarked;
