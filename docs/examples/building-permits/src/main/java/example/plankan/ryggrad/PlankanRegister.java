package example.plankan.ryggrad;

import example.plankan.Arenderegister;
import example.plankan.Grind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.CaseRegister;

/** Lets Plankan number the cases and follow them, in their own transaction. Thread-safe. */
@Singleton
final class PlankanRegister implements CaseRegister {

    private static final ThreadLocal<Grind.Eget> EGET = ThreadLocal.withInitial(() -> transaktion -> {});

    private final Arenderegister plankan;

    @Inject
    PlankanRegister(Arenderegister plankan) {
        this.plankan = plankan;
    }

    @Override
    public String number(PrincipalId principal, AuthorityId authority, String prefix, LocalDate day)
            throws SQLException {
        return plankan.nummer(prefix, day.getYear());
    }

    @Override
    public void follow(Connection connection, ChangeSet change) throws SQLException {
        UUID id = change.after().id().value();
        plankan.skriv(connection, Ordlista.arende(change.after()));
        if (change.erased().isPresent()) {
            ChangeSet.Erased erased = change.erased().get();
            plankan.glom(connection, erased instanceof ChangeSet.Erased.Parts parts ? parts.events() : Set.of(id));
        }
        for (CaseEvent event : change.events()) {
            plankan.handelse(connection, id, Ordlista.handelse(event));
        }
        EGET.get().skriv(connection);
    }

    /** Does what writes a change, in whose transaction Plankan writes something of its own too. */
    <T> T with(Grind.Eget own, Supplier<T> act) {
        EGET.set(own);
        try {
            return act.get();
        } finally {
            EGET.remove();
        }
    }
}
