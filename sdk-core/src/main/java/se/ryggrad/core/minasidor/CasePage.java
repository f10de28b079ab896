package se.ryggrad.core.minasidor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import se.ryggrad.api.cases.model.CaseId;

/**
 * Is where people find a case at one principal.
 *
 * @param template an https address with <code>{case}</code> once, below its host, for the id of the case
 */
public record CasePage(String template) {

    private static final String PLACE = "{case}";
    private static final String SOME = new UUID(0, 0).toString();

    /**
     * Rejects a template that gives no address for people: of another scheme, without a host or with somebody's login, or with
     * <code>{case}</code> elsewhere than once below the host.
     */
    public CasePage {
        boolean once = template.contains(PLACE) && template.indexOf(PLACE) == template.lastIndexOf(PLACE);
        if (!once || !template.startsWith("https://") || !leads(template.replace(PLACE, SOME))) {
            throw new IllegalArgumentException(
                    "a page about a case is an https address such as https://minasidor.example.se/arenden/{case}");
        }
    }

    /** Returns the address of the page about a case. */
    public URI of(CaseId id) {
        return URI.create(template.replace(PLACE, id.value().toString()));
    }

    private static boolean leads(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && !uri.getHost().contains(SOME);
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
