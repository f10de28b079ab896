package se.ryggrad.conformance.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.representation.PeopleRegistry;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;

/**
 * Makes the people and systems of a check. Safe for many threads.
 *
 * <p>Each call makes a new person or case officer. Systems, and officers of a role that few have, are those of the run, who
 * may have met other checks.
 *
 * <p>Claims are those of the Swedish OpenID Connect claims specification 1.0 and of Sweden Connect.
 */
public final class People {

    /** The claim with a personnummer. */
    public static final String PERSONNUMMER = "https://id.oidc.se/claim/personalIdentityNumber";

    /** The claim with a samordningsnummer. */
    public static final String SAMORDNINGSNUMMER = "https://id.oidc.se/claim/coordinationNumber";

    /** The claim with a provisional id from eIDAS. */
    public static final String PRID = "https://id.swedenconnect.se/claim/prid";

    /** The claim that ties an officer to an organisation. */
    public static final String AFFILIATION = "https://id.oidc.se/claim/orgAffiliation";

    private static final List<String> GIVEN_NAMES = List.of("Alva", "Björn", "Disa", "Edvin", "Freja", "Åke", "Örjan");
    private static final List<String> FAMILY_NAMES = List.of("Testsson", "Provberg", "Exempelén", "Ljungtest");

    private final Slot slot;
    private final String audience;
    private final String organisationNumber;
    private final TestNumbers numbers;
    private final Regulars regulars;

    /** Creates people who log in with the issuers of a slot at the given base URL and organisation. */
    public People(Slot slot, String audience, String organisationNumber, TestNumbers numbers, Regulars regulars) {
        this.slot = slot;
        this.audience = audience;
        this.organisationNumber = organisationNumber;
        this.numbers = numbers;
        this.regulars = regulars;
    }

    /** Makes a person with a personnummer at level 3. */
    public Person person() {
        return person(PERSONNUMMER, numbers.personnummer());
    }

    /** Makes a person with a samordningsnummer at level 3. */
    public Person coordinated() {
        return person(SAMORDNINGSNUMMER, numbers.samordningsnummer());
    }

    /** Makes a person with a personnummer at level 3 who was born on a day. */
    public Person born(LocalDate day) {
        return person(PERSONNUMMER, numbers.personnummer(day));
    }

    /** Makes a person with a personnummer at level 3 who was born in the thousand days before a day. */
    public Person bornBefore(LocalDate day) {
        return person(PERSONNUMMER, numbers.bornBefore(day));
    }

    /** Makes a person with a samordningsnummer at level 3 who was born on a day. */
    public Person coordinated(LocalDate born) {
        return person(SAMORDNINGSNUMMER, numbers.samordningsnummer(born));
    }

    /** Makes a case officer of the office where most conformance services are handled. */
    public Officer officer() {
        return officer(Office.A);
    }

    /** Makes a case officer of an office. */
    public Officer officer(Office office) {
        return officerIn(office.caseOfficers(), office.colleagues());
    }

    /** Returns the case officer who handles what may be handled by anybody of the office where most services are. */
    public Officer usualOfficer() {
        return regulars.same("officer", this::officer);
    }

    /** Returns a registrar of an office's authority. */
    public Officer registrar(Office office) {
        return regular(office, "registrar");
    }

    /** Returns a registrar of the authority where most conformance services are handled. */
    public Officer registrar() {
        return registrar(Office.A);
    }

    /** Returns an archivist of the authority where most conformance services are handled. */
    public Officer archivist() {
        return regular(Office.A, "archivist");
    }

    /** Returns an auditor of an office's authority. */
    public Officer auditor(Office office) {
        return regular(office, "auditor");
    }

    /** Returns somebody of the contact centre of an office's authority. */
    public Officer contactCentre(Office office) {
        return regular(office, "contact-centre");
    }

    /** Returns somebody of the contact centre of the authority where most conformance services are handled. */
    public Officer contactCentre() {
        return contactCentre(Office.A);
    }

    /** Makes a case officer of an office who also handles cases of protected people. */
    public Officer trusted(Office office) {
        return officerIn(office.caseOfficers(), office.colleagues(), office.trusted());
    }

    /** Returns somebody who may change the catalogue of an authority. */
    public Officer serviceAdmin() {
        return regular(Office.A, "service-admin");
    }

    /** Makes an officer in exactly the given groups, each written {@code group@authority}. */
    public Officer officerIn(String... groups) {
        String subject = UUID.randomUUID().toString();
        String name = name(subject);
        TokenBuilder token = token(slot.officer(), subject)
                .claim("acr", Assurance.LOA3.uri())
                .claim("name", name)
                .claim(AFFILIATION, subject.substring(0, 8) + "@" + organisationNumber)
                .claim("groups", Json.array((Object[]) groups));
        return new Officer(name, Arrays.asList(groups), new Login(token));
    }

    /** Returns the system that reaches every authority, with the given scopes. */
    public SystemClient system(String... scopes) {
        return client("suite-system", scopes);
    }

    /** Returns the system that reaches only the other authority, with the given scopes. */
    public SystemClient systemOfB(String... scopes) {
        return client("suite-system-b", scopes);
    }

    /** Returns a client of any id with the given scopes. */
    public SystemClient client(String id, String... scopes) {
        String scope = String.join(" ", scopes);
        return regulars.same("system " + id + " " + scope, () -> {
            TokenBuilder token = token(slot.system(), id).claim("client_id", id).claim("scope", scope);
            return new SystemClient(id, new Login(token));
        });
    }

    /** Returns a token without any claim of what kind of actor it is for. */
    public TokenBuilder token(Issuer issuer, String subject) {
        return TokenBuilder.issuedBy(issuer, audience, subject);
    }

    /** Returns the issuers of this run. */
    public Slot issuers() {
        return slot;
    }

    /** Returns a number that belongs to nobody and is not in any token yet. */
    public IdentityNumber stranger() {
        return numbers.personnummer();
    }

    /** Returns a person as the registry knows them, under a name that nobody else has. */
    public Represented registered(Person person) {
        return new Represented(person.number().scheme(), person.number().digits(), person.name() + " " + letters());
    }

    /** Makes an organisation as the registry knows it, under a name that nobody else has. */
    public Represented organisation() {
        return new Represented(
                "organisationsnummer", numbers.organisationsnummer(), "Provbolaget " + letters() + " AB");
    }

    /** Makes somebody with a provisional id, which tells no day of birth, as the registry knows them. */
    public Represented foreigner() {
        return new Represented("prid", prid("NO"), "Kari " + letters());
    }

    /** Makes a phone number that belongs to nobody. */
    public String phone() {
        return numbers.phone();
    }

    /** Makes an e-mail address that belongs to nobody, in a domain for examples. */
    public String email() {
        return "prov." + letters() + "@example.se";
    }

    /** Makes a provisional id of a country that belongs to nobody. */
    public String prid(String country) {
        return country + ":" + letters() + letters();
    }

    /** Makes the login of whoever has a provisional id, with an eID of another country. */
    public Login visitor(String prid, Assurance level) {
        TokenBuilder token = token(slot.person(), UUID.randomUUID().toString());
        Map.of("acr", level.uri(), "name", "Kari Prøve", PRID, prid).forEach(token::claim);
        return new Login(token);
    }

    /** Lets the registry name whom somebody may represent, in place of what it named before. */
    public void represents(Person representative, Representation... entries) {
        registry().names(representative.number().digits(), List.of(entries));
    }

    /** Lets the registry say that somebody's personal data is protected, by a kind known or not. */
    public void protects(Person person, String protection) {
        registry().persons().protects(person.number().digits(), protection);
    }

    /** Lets the registry say that somebody's personal data is not protected. */
    public void frees(Person person) {
        registry().persons().frees(person.number().digits());
    }

    /** Changes what the registry of persons does when it is asked about somebody. */
    public void asked(Person person, Conduct conduct) {
        registry().persons().does(person.number().digits(), conduct);
    }

    /** Returns the registry of this run. */
    public PeopleRegistry registry() {
        return slot.registry();
    }

    /** Returns the organisation number of the principal, ten digits. */
    public String organisationNumber() {
        return organisationNumber;
    }

    private Officer regular(Office office, String role) {
        String group = office.group(role);
        return regulars.same("officer " + group, () -> officerIn(group));
    }

    private Person person(String claim, IdentityNumber number) {
        String subject = UUID.randomUUID().toString();
        String name = name(subject);
        TokenBuilder token = token(slot.person(), subject).claim("acr", Assurance.LOA3.uri());
        Map.of("name", name, claim, number.digits()).forEach(token::claim);
        return new Person(number, name, new Login(token));
    }

    /** Returns eight small letters by chance. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .chars()
                .map(c -> c < 'a' ? c - '0' + 'g' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String name(String subject) {
        int hash = Math.floorMod(subject.hashCode(), 1 << 20);
        return GIVEN_NAMES.get(hash % GIVEN_NAMES.size()) + " " + FAMILY_NAMES.get(hash / 7 % FAMILY_NAMES.size());
    }
}
