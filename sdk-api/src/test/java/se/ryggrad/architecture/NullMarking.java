package se.ryggrad.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Asks that a type lives in a package where nothing is null unless it says so. */
final class NullMarking extends ArchCondition<JavaClass> {

    NullMarking() {
        super("live in a @NullMarked package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class)
                || type.getPackageName().isEmpty();
        events.add(new SimpleConditionEvent(type, marked, type.getName()));
    }
}
