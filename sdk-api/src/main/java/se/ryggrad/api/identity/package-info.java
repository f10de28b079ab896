/** Who acts: persons, officers, systems, their levels of assurance and their groups. */
@NullMarked
package se.ryggrad.api.identity;

import org.jspecify.annotations.NullMarked;
