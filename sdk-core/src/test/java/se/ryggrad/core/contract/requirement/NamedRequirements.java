package se.ryggrad.core.contract.requirement;

import java.lang.reflect.AnnotatedElement;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Lets what fails say which requirements of the standard are not met. */
final class NamedRequirements implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (thrown instanceof TestAbortedException || thrown instanceof VirtualMachineError) {
            throw thrown;
        }
        throw new AssertionError(ids(context.getRequiredTestMethod()) + " not met: " + thrown, thrown);
    }

    private static String ids(AnnotatedElement test) {
        return AnnotationSupport.findAnnotation(test, Holds.class)
                .map(Holds::value)
                .map(ids -> String.join(", ", ids))
                .orElseThrow();
    }
}
