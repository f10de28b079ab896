package se.ryggrad.server.it;

import java.util.UUID;

/**
 * Tells where a case and its parts are asked for.
 *
 * @param id the case
 * @param documentId one of its documents
 * @param memoId one of its memos
 */
record CaseAddresses(String id, String documentId, String memoId) {

    /** Returns addresses at which there is nothing. */
    static CaseAddresses nowhere() {
        return new CaseAddresses(random(), random(), random());
    }

    String path() {
        return "/cases/" + id;
    }

    String document() {
        return path() + "/documents/" + documentId;
    }

    String memo() {
        return path() + "/memos/" + memoId;
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
