package se.ryggrad.core.contract.requirement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a test of a contract and names what of the standard it holds, which begins the message when it fails. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(NamedRequirements.class)
public @interface Holds {
    /** Returns the ids of the requirements. */
    String[] value();
}
