package se.ryggrad.server.it;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Gathers everybody who could ask for a case of byggnadsnämnden in Piteå, whatever they are to it. */
final class Onlookers {
    /** The applicant, whom others hold a power of attorney for. */
    static final String GRETA = "197109089834";

    /** A party who sees the case. */
    static final String COUNTERPARTY = "199001012385";

    /** A party who does not. */
    static final String PAYER = "198506149809";

    private static final String HOLDER = "199001019802";
    private static final String STRANGER = "196805179840";
    private static final String BODEN = "2582";
    private static final String BODEN_NUMBER = "2120002767";
    private static final String CASE_OFFICER = "case-officer@byggnadsnamnden";
    private static final String UNIT = "unit:bygglov@byggnadsnamnden";

    private final ServerProcess server;
    private final Path data;

    Onlookers(ServerProcess server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Returns the applicant. */
    Client applicant() {
        return Client.personOf(GRETA, server, data);
    }

    /** Returns the officer whom the case is assigned to. */
    Client assigned() {
        return Client.officer(server, data, CASE_OFFICER, UNIT);
    }

    /** Returns everybody. */
    List<Onlooker> all() throws IOException, ParseException {
        return Stream.of(people(), officers(), otherGroups(), systems())
                .flatMap(List::stream)
                .toList();
    }

    private List<Onlooker> people() throws IOException, ParseException {
        Client holder = Client.personOf(HOLDER, server, data);
        return List.of(
                related("the applicant", applicant()),
                related("who acts for the applicant, by power of attorney", holder.by(id(holder, "power-of-attorney"))),
                stranger("who acts for the applicant, without `On-Behalf-Of`", holder),
                stranger("who acts for somebody else", holder.by(id(holder, "guardian"))),
                stranger(
                        "somebody else, with that power of attorney", stranger().by(id(holder, "power-of-attorney"))),
                related("another party, who may see", Client.personOf(COUNTERPARTY, server, data)),
                stranger("another party, who may not see", Client.personOf(PAYER, server, data)),
                stranger("another person", stranger()),
                related("a portal, for the applicant", Client.portal(GRETA, server, data)),
                stranger("another party, at another principal", Client.person(server, data, BODEN)),
                stranger("nobody logged in", Client.nobody(server)));
    }

    private List<Onlooker> officers() {
        String otherUnit = "unit:tillsyn@byggnadsnamnden";
        String other = "case-officer@tekniska-namnden";
        return List.of(
                related("the assigned officer", assigned()),
                related("another officer of the unit", Client.colleague("olle", server, data, CASE_OFFICER, UNIT)),
                related(
                        "an officer of the unit who is a party",
                        Client.knownOfficer(COUNTERPARTY, server, data, CASE_OFFICER, UNIT)),
                related(
                        "an officer of the unit who may represent a party",
                        Client.knownOfficer(HOLDER, server, data, CASE_OFFICER, UNIT)),
                stranger("an officer in the unit's group alone", Client.colleague("ulla", server, data, UNIT)),
                stranger("a case officer of no unit", Client.colleague("nina", server, data, CASE_OFFICER)),
                related(
                        "an officer of a unit that is asked",
                        Client.colleague("tor", server, data, CASE_OFFICER, otherUnit)),
                stranger(
                        "an officer of another unit",
                        Client.colleague("eva", server, data, CASE_OFFICER, "unit:plan@byggnadsnamnden")),
                stranger(
                        "an officer of another authority",
                        Client.colleague("per", server, data, other, "unit:gata@tekniska-namnden")),
                stranger(
                        "an officer of the authority's namesake at another principal",
                        Client.officerOf(BODEN_NUMBER, server, data, BODEN, CASE_OFFICER, UNIT)),
                stranger(
                        "that officer, at this principal",
                        Client.officerOf(BODEN_NUMBER, server, data, BODEN, CASE_OFFICER, UNIT)
                                .at(server, "2581")));
    }

    private List<Onlooker> otherGroups() {
        return List.of(
                related("a registrar", Client.colleague("rut", server, data, "registrar@byggnadsnamnden")),
                stranger(
                        "a registrar of another authority",
                        Client.colleague("rolf", server, data, "registrar@tekniska-namnden")),
                related("an archivist", Client.colleague("arne", server, data, "archivist@byggnadsnamnden")),
                group("an auditor", "auditor"),
                related("the contact centre", Client.colleague("kim", server, data, "contact-centre@byggnadsnamnden")),
                stranger(
                        "the contact centre of another authority",
                        Client.colleague("kaj", server, data, "contact-centre@tekniska-namnden")),
                group("a service administrator", "service-admin"),
                group("`protected-identity` alone", "protected-identity"));
    }

    private List<Onlooker> systems() {
        return List.of(
                related("a system with `cases:read`", Client.system(server, data, "cases:read")),
                related("a system with `cases:register`", Client.system(server, data, "cases:register")),
                stranger("a system with `cases:open`", Client.system(server, data, "cases:open")),
                related("a system with `events:read`", Client.system(server, data, "events:read")),
                stranger(
                        "a system that does not reach the authority",
                        Client.systemOf("suite-system-b", server, data, "cases:read")),
                stranger("a system of another principal", Client.system(server, data, BODEN, "cases:read")));
    }

    private Onlooker group(String relation, String group) {
        return stranger(relation, Client.colleague(group, server, data, group + "@byggnadsnamnden"));
    }

    private Client stranger() {
        return Client.personOf(STRANGER, server, data);
    }

    private static Onlooker related(String relation, Client client) {
        return new Onlooker(relation, false, client);
    }

    private static Onlooker stranger(String relation, Client client) {
        return new Onlooker(relation, true, client);
    }

    /** Returns the id of a representation of {@code kind} that a person has. */
    static String id(Client person, String kind) throws IOException, ParseException {
        String list = person.get("/me/representations").body();
        return Arrays.stream(JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(list), "items"))
                .filter(item -> kind.equals(item.get("kind")))
                .map(item -> String.valueOf(item.get("id")))
                .findFirst()
                .orElseThrow();
    }
}
