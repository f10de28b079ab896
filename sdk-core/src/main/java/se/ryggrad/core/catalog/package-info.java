/** E-services: their forms, the safety of their definitions, and their publication. */
@NullMarked
package se.ryggrad.core.catalog;

import org.jspecify.annotations.NullMarked;
