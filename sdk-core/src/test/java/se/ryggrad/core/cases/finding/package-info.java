/** Tests who finds which cases, what a contact centre sees of them, and who is kept from them as partial. */
@NullMarked
package se.ryggrad.core.cases.finding;

import org.jspecify.annotations.NullMarked;
