package se.ryggrad.api;

/** Checks the last digit of Swedish identity numbers (Luhn, weights 2, 1, 2, …). */
public final class CheckDigit {

    private CheckDigit() {}

    /**
     * Returns whether the last digit of {@code digits} is the check digit of those before it.
     *
     * @param digits decimal digits only, ten for Swedish numbers
     */
    public static boolean holds(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int product = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
