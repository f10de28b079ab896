package se.ryggrad.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import java.time.Clock;
import java.util.Set;

/** Tells the calls that ask the machine what time it is, in place of a clock that somebody gave. */
final class MachineTime extends DescribedPredicate<JavaCall<?>> {

    private static final Set<String> CLOCKS =
            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

    MachineTime() {
        super("it asks the machine for the time");
    }

    @Override
    public boolean test(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        return now(target) || clock(target) || old(target);
    }

    private static boolean now(AccessTarget.CodeUnitCallTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean clock(AccessTarget.CodeUnitCallTarget target) {
        return target.getOwner().isEquivalentTo(Clock.class) && CLOCKS.contains(target.getName());
    }

    private static boolean old(AccessTarget.CodeUnitCallTarget target) {
        return target.getFullName().equals("java.lang.System.currentTimeMillis()")
                || target.getFullName().equals("java.util.Date.<init>()");
    }
}
