package se.ryggrad.server.wiring;

import java.util.HashMap;
import java.util.Map;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.minasidor.CasePage;
import se.ryggrad.core.minasidor.CasePages;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/** Reads where people find their cases: {@code ryggrad.principal.{id}.case-page}, nowhere when absent. */
final class ConfiguredCasePages {

    private ConfiguredCasePages() {}

    /** Reads the pages of {@code principals}. */
    static CasePages read(ServerSettings settings, Principals principals) {
        Map<PrincipalId, CasePage> templates = new HashMap<>();
        for (Principal principal : principals.all()) {
            String name = "ryggrad.principal." + principal.id().value() + ".case-page";
            settings.text(name).ifPresent(template -> templates.put(principal.id(), page(name, template)));
        }
        return CasePages.at(templates);
    }

    private static CasePage page(String name, String template) {
        try {
            return new CasePage(template);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException(name + " is wrong: " + wrong.getMessage() + ".", wrong);
        }
    }
}
