/** The rules of architecture that hold in every module. */
@NullMarked
package se.ryggrad.architecture;

import org.jspecify.annotations.NullMarked;
