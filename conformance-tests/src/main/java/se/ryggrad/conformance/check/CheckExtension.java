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
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;

/** Gives a check what it asks for, from the run that the launcher's session holds. Keeps no state of its own. */
public final class CheckExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(CheckExtension.class);
    private static final Map<Class<?>, Function<Bench, Object>> PARAMETERS = Map.ofEntries(
            entry(Target.class, bench -> bench.run().target()),
            entry(Observations.class, bench -> bench.run().observations()),
            entry(Http.class, Bench::http),
            entry(People.class, Bench::people),
            entry(Cases.class, bench -> new Cases(bench.http(), bench.people())),
            entry(Uploads.class, bench -> new Uploads(bench.http())),
            entry(Representatives.class, bench -> new Representatives(bench.http(), bench.people())),
            entry(Families.class, bench -> new Families(bench.http(), bench.people())),
            entry(
                    Messages.class,
                    bench -> new Messages(
                            bench.http(), bench.people(), bench.run().target())),
            entry(Webhooks.class, Bench::webhooks),
            entry(
                    OverviewIndex.class,
                    bench -> new OverviewIndex(
                            bench.http(), bench.people(), bench.run().target())),
            entry(Nonces.class, Bench::nonces));

    private static <T> Map.Entry<Class<?>, Function<Bench, Object>> entry(Class<T> type, Function<Bench, T> maker) {
        return Map.entry(type, maker::apply);
    }

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
        bench(context).webhooks().close();
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
    private record Bench(RunContext run, Http http, People people, Webhooks webhooks, Nonces nonces) {

        static Bench of(RunContext run, String check) {
            Http http = run.http();
            People people = run.people();
            Webhooks webhooks = new Webhooks(http, people, run.target());
            return new Bench(run, http, people, webhooks, new Nonces(run.seed(), check));
        }
    }
}
