package se.ryggrad.conformance.check;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;

/** Gives a check what it asks for, from the run that the launcher's session holds. Keeps no state of its own. */
public final class CheckExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(CheckExtension.class);
    private static final Map<Class<?>, Function<Bench, Object>> PARAMETERS = Map.of(
            Target.class, bench -> bench.run().target(),
            Observations.class, bench -> bench.run().observations(),
            Http.class, Bench::http,
            People.class, Bench::people,
            Cases.class, bench -> new Cases(bench.http(), bench.people()),
            Uploads.class, bench -> new Uploads(bench.http()),
            Representatives.class, bench -> new Representatives(bench.http(), bench.people()),
            Families.class, bench -> new Families(bench.http(), bench.people()),
            Messages.class,
                    bench -> new Messages(
                            bench.http(), bench.people(), bench.run().target()),
            Nonces.class, Bench::nonces);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Optional.ofNullable(PARAMETERS.get(parameter.getParameter().getType()))
                .orElseThrow()
                .apply(bench(context));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            journal(context)
                    .keep(
                            context.getUniqueId(),
                            bench(context).http().recorder().exchanges());
        }
    }

    private static Bench bench(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Bench.class, key -> Bench.of(journal(context).run(), context.getUniqueId()), Bench.class);
    }

    private static Journal journal(ExtensionContext context) {
        Journal journal =
                context.getStore(StoreScope.LAUNCHER_SESSION, Journal.NAMESPACE).get(Journal.class, Journal.class);
        return Optional.ofNullable(journal)
                .orElseThrow(() -> new IllegalStateException("checks are started by the suite's own runner"));
    }

    /** What one check works with. */
    private record Bench(RunContext run, Http http, People people, Nonces nonces) {

        static Bench of(RunContext run, String check) {
            return new Bench(run, run.http(), run.people(), new Nonces(run.seed(), check));
        }
    }
}
