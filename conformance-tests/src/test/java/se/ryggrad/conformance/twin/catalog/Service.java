package se.ryggrad.conformance.twin.catalog;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one version of a service definition. */
public record Service(ObjectNode json) {

    /** Orders versions by their numbers. */
    static final Comparator<String> BY_VERSION = (a, b) -> Arrays.compare(numbers(a), numbers(b));

    private static BigInteger[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1)).map(BigInteger::new).toArray(BigInteger[]::new);
    }

    /** Returns the id. */
    public String id() {
        return json.path("id").asString("");
    }

    /** Returns the version. */
    public String version() {
        return json.path("version").asString("");
    }

    /** Returns the authority that answers for the service. */
    public String authority() {
        return json.path("authority").asString("");
    }

    /** Returns the unit that handles the cases. */
    public String unit() {
        return json.path("unit").asString("");
    }

    /** Returns the level of assurance that reading and acting need, or none. */
    public String assurance() {
        return json.path("assurance").asString("");
    }

    /** Returns the title in a language. */
    public String title(String language) {
        return json.path("title").path(language).asString("");
    }

    /** Returns the track of appeal. */
    public String track() {
        return json.path("track").asString("administrative");
    }

    /** Returns the form's schema. */
    public JsonNode form() {
        return json.path("form");
    }

    /** Returns who decides: officer, automatic or none. */
    public String decisionBy() {
        return json.path("decision").path("by").asString("officer");
    }

    /** Returns the rules of automatic decisions. */
    public JsonNode rules() {
        return json.path("decision").path("rules");
    }

    /** Returns who must agree before anything is granted, or empty. */
    public String approvers() {
        return json.at("/approval/who").asString("");
    }

    /** Returns whether the definition names provisions by which its cases are secret. */
    public boolean isSecret() {
        return !json.path("secrecy").isEmpty();
    }

    /** Returns how many of them must. */
    public JsonNode quorum() {
        return json.at("/approval/quorum");
    }

    /** Returns whether a setting such as registration is automatic. */
    public boolean isAutomatic(String setting) {
        String otherwise = setting.equals("registration") ? "automatic" : "by-officer";
        return json.path(setting).asString(otherwise).equals("automatic");
    }

    /** Returns the rule of an attachment kind. */
    public Optional<JsonNode> attachment(String kind) {
        return json.path("attachments")
                .valueStream()
                .filter(a -> a.path("id").asString("").equals(kind))
                .findFirst();
    }
}
