package se.ryggrad.api.cases.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.documents.DocumentId;

/**
 * Is a document of a case, with what OSL 5:2 asks the register to show.
 *
 * @param id the document
 * @param number its number in the case, from 1
 * @param kind the kind of attachment, or {@code other}
 * @param name the file name as given; never in a URL or header
 * @param subject the public subject
 * @param content what is known of the content
 * @param direction where it came from
 * @param on received on, or drawn up on
 * @param audience who may see it
 * @param secrecy the grounds on which somebody may not
 * @param redacted on what it rests that the document is gone, with its name, subject and digest
 */
public record CaseDocument(
        DocumentId id,
        int number,
        String kind,
        String name,
        String subject,
        Content content,
        Direction direction,
        LocalDate on,
        Audience audience,
        List<Secrecy> secrecy,
        Optional<Erasure> redacted) {

    /** Copies the grounds. */
    public CaseDocument {
        secrecy = List.copyOf(secrecy);
    }

    /** Returns the entry that stays of a document that is gone. */
    public CaseDocument redacted(Erasure by) {
        return new CaseDocument(
                id,
                number,
                kind,
                "",
                "",
                new Content(content.mediaType(), content.size(), ""),
                direction,
                on,
                audience,
                secrecy,
                Optional.of(by));
    }

    /**
     * Describes the content.
     *
     * @param mediaType the media type
     * @param size octets
     * @param sha256 lower-case hex; empty where the document is gone
     */
    public record Content(String mediaType, long size, String sha256) {}

    /** Tells received documents from those that the authority drew up. */
    public enum Direction {
        /** Received. */
        IN,
        /** Sent. */
        OUT,
        /** Drawn up and kept. */
        INTERNAL;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
