package se.ryggrad.api.minasidor;

import java.util.Objects;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Caller;

/**
 * Asks a portal for one page of an overview.
 *
 * @param caller who asks, and for whom
 * @param token what they came with
 * @param page the page
 */
public record OverviewInquiry(Caller caller, PresentedToken token, PageRequest page) {

    /** Rejects absent parts. */
    public OverviewInquiry {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(page, "page");
    }
}
