package se.ryggrad.conformance.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of checks.
 *
 * <p>Its test methods may ask for any of these as parameters: {@link se.ryggrad.conformance.target.Target},
 * {@link se.ryggrad.conformance.http.Http}, {@link se.ryggrad.conformance.people.People},
 * {@link se.ryggrad.conformance.fixture.Cases}, {@link se.ryggrad.conformance.fixture.Uploads},
 * {@link se.ryggrad.conformance.fixture.Representatives}, {@link se.ryggrad.conformance.fixture.messaging.Messages},
 * {@link se.ryggrad.conformance.fixture.webhooks.Webhooks}, {@link se.ryggrad.conformance.fixture.portal.OverviewIndex},
 * {@link Nonces} and {@link Observations}. All are new for each check, but for the target and the observations, which belong to the
 * run.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CheckExtension.class)
public @interface ConformanceCheck {}
