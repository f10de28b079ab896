package se.ryggrad.conformance.twin;

/**
 * A channel that somebody else delivers by.
 *
 * @param id its id
 * @param url its base address
 * @param kind what it delivers: letter or notice
 * @param address what it needs of whom a notice is for: phone or email, or empty
 * @param client the client that may send its receipts
 * @param sv its name in Swedish
 * @param en its name in English
 */
public record Channel(String id, String url, String kind, String address, String client, String sv, String en) {

    /** Returns whether it delivers messages of a kind. */
    public boolean takes(String wanted) {
        return kind.equals(wanted);
    }
}
