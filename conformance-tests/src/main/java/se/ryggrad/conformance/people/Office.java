package se.ryggrad.conformance.people;

/**
 * A unit of an authority that the conformance services belong to.
 *
 * @param authority the authority's id
 * @param unit the unit's id
 */
public record Office(String authority, String unit) {

    /** Where most conformance services are handled. */
    public static final Office A = new Office("conformance-a", "unit-a");

    /** Another unit of the same authority. */
    public static final Office A2 = new Office("conformance-a", "unit-a2");

    /** Another authority. */
    public static final Office B = new Office("conformance-b", "unit-b");

    /** Returns the group of case officers at the authority. */
    public String caseOfficers() {
        return group("case-officer");
    }

    /** Returns the group of those who work in the unit. */
    public String colleagues() {
        return group("unit:" + unit);
    }

    /** Returns the group of those who also handle cases of protected people at the authority. */
    public String trusted() {
        return group("protected-identity");
    }

    /** Returns any group at the authority. */
    public String group(String name) {
        return name + "@" + authority;
    }
}
