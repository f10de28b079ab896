package se.ryggrad.api.catalog;

import java.util.List;
import se.ryggrad.api.LocalizedText;

/**
 * Says which documents of one kind a service takes.
 *
 * @param id the kind, as a document names it
 * @param title what it is called for people
 * @param required whether one must be there
 * @param maxCount how many at the most
 * @param mediaTypes the media types taken
 */
public record AttachmentRule(String id, LocalizedText title, boolean required, int maxCount, List<String> mediaTypes) {

    /** Copies the media types. */
    public AttachmentRule {
        mediaTypes = List.copyOf(mediaTypes);
    }
}
