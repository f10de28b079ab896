package se.ryggrad.conformance.people;

/**
 * A personnummer or samordningsnummer of twelve digits that belongs to nobody.
 *
 * @param digits the twelve digits, century first
 */
public record IdentityNumber(String digits) {

    /** Checks the form. */
    public IdentityNumber {
        if (!digits.matches("\\d{12}")) {
            throw new IllegalArgumentException("an identity number has twelve digits");
        }
    }

    /** Returns whether it is one of Skatteverket's test personnummer: right in itself, birth number 980 to 999. */
    public boolean isTest() {
        return equals(completed(digits.substring(0, 11))) && digits.substring(8).matches("9[89]..");
    }

    /** Completes eleven digits with the check digit (SKV 704; Luhn over the ten-digit form). */
    public static IdentityNumber completed(String eleven) {
        int sum = 0;
        for (int i = 2; i < 11; i++) {
            int weighted = (eleven.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return new IdentityNumber(eleven + (10 - sum % 10) % 10);
    }

    /** Returns the scheme: that of a samordningsnummer adds 60 to the day. */
    public String scheme() {
        return digits.charAt(6) < '4' ? "personnummer" : "samordningsnummer";
    }

    /** Returns the ten digits without the century. */
    public String tenDigits() {
        return digits.substring(2);
    }

    /** Returns the same number with a check digit that is wrong. */
    public String miscalculated() {
        int last = digits.charAt(11) - '0';
        return digits.substring(0, 11) + (last + 1) % 10;
    }

    @Override
    public String toString() {
        return "[identity number]";
    }
}
