/** Tests of letters that cases send. */
@NullMarked
package se.ryggrad.core.cases.letters;

import org.jspecify.annotations.NullMarked;
