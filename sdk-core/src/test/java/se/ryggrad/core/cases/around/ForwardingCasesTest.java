package se.ryggrad.core.cases.around;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.api.cases.CaseManagement;

class ForwardingCasesTest {

    /** Tells which method was reached, with what; what it is asked for is never made. */
    private static final class ReachedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReachedException(Method method, @Nullable Object @Nullable [] arguments) {
            super(method.toGenericString() + Arrays.toString(arguments));
        }
    }

    private static final class Passing extends ForwardingCases {
        Passing(CaseManagement cases) {
            super(cases);
        }
    }

    static Stream<Method> methods() {
        return Arrays.stream(CaseManagement.class.getMethods());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void passesEachMethodOnWithWhatItWasGiven(Method method) {
        CaseManagement engine = (CaseManagement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CaseManagement.class}, (self, reached, arguments) -> {
                    throw new ReachedException(reached, arguments);
                });
        Object[] arguments = new Object[method.getParameterCount()];
        assertThatThrownBy(() -> method.invoke(new Passing(engine), arguments))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(ReachedException.class)
                .hasMessage(new ReachedException(method, arguments).getMessage());
    }
}
