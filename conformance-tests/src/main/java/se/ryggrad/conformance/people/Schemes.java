package se.ryggrad.conformance.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemes by which a body names somebody (chapter ID), with values that are right and wrong, for checks of all of them. */
public final class Schemes {

    private Schemes() {}

    /** Returns a right value for each scheme. */
    public static Map<String, String> right(People people) {
        return Map.of(
                "personnummer", people.stranger().digits(),
                "samordningsnummer", people.coordinated().number().digits(),
                "prid", people.prid("NO"),
                "organisationsnummer", people.organisation().value());
    }

    /** Returns, for each scheme, values of another form, with a wrong check digit, or of another scheme. */
    public static Map<String, List<String>> wrong(People people) {
        IdentityNumber number = people.stranger();
        String coordinated = people.coordinated().number().digits();
        String organisation = people.organisation().value();
        int last = (organisation.charAt(9) - '0' + 1) % 10;
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        wrong.put("personnummer", List.of(number.miscalculated(), number.tenDigits(), coordinated, "", organisation));
        wrong.put("samordningsnummer", List.of(number.digits()));
        wrong.put("organisationsnummer", List.of(organisation.substring(0, 9) + last, number.digits()));
        wrong.put("prid", List.of("NO:1", number.digits()));
        return wrong;
    }
}
