package se.ryggrad.conformance.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a check that runs after the other checks of the run: because it judges what they have seen, or because they would
 * undo what it watches.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag(Afterwards.TAG)
public @interface Afterwards {

    /** The tag behind the annotation. */
    String TAG = "afterwards";
}
