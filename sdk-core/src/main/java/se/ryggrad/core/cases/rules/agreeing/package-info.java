/** Where several must agree: who is asked, and what their answers bring about (FB chapter 6 sections 13 and 13 a). */
@NullMarked
package se.ryggrad.core.cases.rules.agreeing;

import org.jspecify.annotations.NullMarked;
