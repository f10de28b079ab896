package se.ryggrad.core.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.Language;

/** Hands the request from the gate to the resource. */
@RequestScoped
public class CurrentExchange {

    private @Nullable Exchange exchange;
    private Refusals refusals = new Refusals(Language.SV, Trace.of(null), Optional.empty());

    /** Creates an empty holder. */
    public CurrentExchange() {}

    /** Puts the request that passed the gate. */
    public void pass(Exchange passed) {
        exchange = passed;
    }

    /**
     * Returns the request.
     *
     * @throws NullPointerException when none passed the gate
     */
    public Exchange get() {
        return Objects.requireNonNull(exchange, "no request passed the gate");
    }

    /** Puts how to refuse, before anything can be refused. */
    public void refuseBy(Refusals given) {
        refusals = given;
    }

    /** Returns how to refuse; in Swedish and in a trace of its own before the gate was reached. */
    public Refusals refusals() {
        return refusals;
    }
}
