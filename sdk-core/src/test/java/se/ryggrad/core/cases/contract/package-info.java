/** The contract of cases, whoever keeps them. */
@NullMarked
package se.ryggrad.core.cases.contract;

import org.jspecify.annotations.NullMarked;
