package se.ryggrad.core.rest;

import java.time.Duration;
import java.util.List;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.core.identity.TrustedIssuer;
import se.ryggrad.core.json.JsonLimits;

/**
 * Is what a system says of itself in {@code /capabilities}, and keeps.
 *
 * @param product the product's name and version
 * @param production whether real people are served
 * @param minimumAssurance the lowest level for officers
 * @param issuers whom it trusts
 * @param json the limits of JSON bodies
 * @param documents the limits of documents and lists
 * @param lifetimes how long things are kept
 * @param catalogueImport whether definitions can be published over HTTP
 */
public record ApiSettings(
        Product product,
        boolean production,
        AssuranceLevel minimumAssurance,
        List<TrustedIssuer> issuers,
        JsonLimits json,
        DocumentLimits documents,
        Lifetimes lifetimes,
        boolean catalogueImport) {

    /** Copies the issuers. */
    public ApiSettings {
        issuers = List.copyOf(issuers);
    }

    /**
     * Names the product.
     *
     * @param name its name
     * @param version its version
     */
    public record Product(String name, String version) {}

    /**
     * Bounds documents and the feed.
     *
     * @param bytes the most octets of a document
     * @param perCase the most documents of a case
     * @param feed the most events in an answer of the feed
     */
    public record DocumentLimits(long bytes, int perCase, int feed) {

        /** 50 MiB, 100 documents, 1000 events. */
        public static final DocumentLimits DEFAULT = new DocumentLimits(52_428_800L, 100, 1000);
    }

    /**
     * Says how long things are kept.
     *
     * @param idempotencyKey a key and its answer, at least 24 hours
     * @param unusedDocument a document that no case holds
     */
    public record Lifetimes(Duration idempotencyKey, Duration unusedDocument) {

        /** 24 hours each. */
        public static final Lifetimes DEFAULT = new Lifetimes(Duration.ofHours(24), Duration.ofHours(24));
    }
}
