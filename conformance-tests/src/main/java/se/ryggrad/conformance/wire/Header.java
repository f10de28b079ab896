package se.ryggrad.conformance.wire;

/**
 * One header line.
 *
 * @param name the field name as sent
 * @param value the field value as sent
 */
public record Header(String name, String value) {

    /** Tells whether this is the field of that name, whatever the case of its letters. */
    public boolean is(String field) {
        return name.equalsIgnoreCase(field);
    }
}
