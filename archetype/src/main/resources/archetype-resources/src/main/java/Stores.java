package ${package};

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.core.jdbc.JdbcAccessLog;
import se.ryggrad.core.jdbc.JdbcCaseStore;
import se.ryggrad.core.jdbc.JdbcDocumentStore;
import se.ryggrad.core.jdbc.JdbcEventLog;
import se.ryggrad.core.jdbc.JdbcOfficerDirectory;
import se.ryggrad.core.jdbc.JdbcServiceStore;

/** Keeps everything in the database; what is not offered here the SDK keeps in memory. */
@Dependent
public class Stores {
    private final DataSource database;

    @Inject
    public Stores(DataSource database) {
        this.database = database;
    }

    @Produces
    @Singleton
    CaseStore cases() {
        return new JdbcCaseStore(database);
    }

    @Produces
    @Singleton
    DocumentStore documents() {
        return new JdbcDocumentStore(database);
    }

    @Produces
    @Singleton
    EventLog feed() {
        return new JdbcEventLog(database);
    }

    @Produces
    @Singleton
    ServiceStore services() {
        return new JdbcServiceStore(database);
    }

    @Produces
    @Singleton
    OfficerDirectory officers() {
        return new JdbcOfficerDirectory(database);
    }

    @Produces
    @Singleton
    AccessLog accessLog() {
        return new JdbcAccessLog(database);
    }
}
