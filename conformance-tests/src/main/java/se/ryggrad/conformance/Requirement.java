package se.ryggrad.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the requirements that a check proves.
 *
 * <p>The ids stand in the standard's registry, {@code se/ryggrad/standard/requirements.json}; level, role and text are
 * taken from there and never from the check. A requirement with several checks is met when all of them pass.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requirement {

    /** Returns the ids, such as {@code CASE-012}. */
    String[] value();
}
