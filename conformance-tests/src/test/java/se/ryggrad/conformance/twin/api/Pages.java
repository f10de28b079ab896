package se.ryggrad.conformance.twin.api;

import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Query;
import tools.jackson.databind.JsonNode;

/** Cuts lists into pages. */
public final class Pages {

    private Pages() {}

    /** Where a page begins and ends. */
    public record Page(int number, int limit, boolean count) {

        /** Reads the parameters, or ends with 400. */
        public static Page of(Call call, TwinSettings settings) {
            var query = call.query();
            boolean clamping = (!call.path().matches(".*/(access-log|searches)") && settings.breaks(Fault.CORE_023_A))
                    || (settings.breaks(Fault.CORE_023_C) && call.path().endsWith("/events"));
            int limit = clamping ? 20 : query.number("limit", 1, 100, settings.breaks(Fault.CORE_022_A) ? 10 : 20);
            boolean free = settings.breaks(Fault.CORE_023_B) || settings.breaks(Fault.CORE_025_B);
            int page = free ? 1 : query.number("page", 1, 1_000_000, 1);
            if (settings.breaks(Fault.CORE_023_B)) {
                page = clamped(query, "page", 1, 1_000_000, 1);
            }
            if (clamping) {
                limit = clamped(query, "limit", 1, 100, 20);
            }
            if (settings.breaks(Fault.CORE_025_B)) {
                page = Math.max(1, (int) Long.parseLong(query.first("page").orElse("1")));
            }
            return new Page(page, limit, query.flag("count"));
        }
    }

    /** Takes a number out of bounds for the nearest that is not; what is no number is refused as ever. */
    private static int clamped(Query query, String name, int least, int most, int otherwise) {
        String text = query.first(name).orElse("");
        return text.matches("-?[0-9]{1,9}")
                ? Math.max(least, Math.min(most, Integer.parseInt(text)))
                : query.number(name, least, most, otherwise);
    }

    /** Answers with one page of a list. */
    public static Answer answer(Call call, String base, TwinSettings settings, List<? extends JsonNode> all) {
        var page = Page.of(call, settings);
        long skipped = settings.breaks(Fault.CORE_022_B)
                ? (long) page.number() * page.limit()
                : (page.number() - 1L) * page.limit();
        if (skipped >= all.size() && skipped > 0 && settings.breaks(Fault.CORE_025_A)) {
            throw Fail.notFound();
        }
        var body = Json.object();
        var items = body.putArray("items");
        all.stream().skip(skipped).limit(page.limit()).forEach(items::add);
        body.put("page", page.number()).put("limit", page.limit());
        if ((page.count() && !settings.breaks(Fault.CORE_026_C)) || settings.breaks(Fault.CORE_026_A)) {
            boolean paged = settings.breaks(Fault.CORE_026_E) && call.path().endsWith("/events");
            body.put("total", paged ? items.size() : all.size());
        }
        var answer = Answer.json(200, body);
        boolean more = (long) page.number() * page.limit() < all.size();
        if (more || settings.breaks(Fault.CORE_024_A)) {
            String root = settings.breaks(Fault.CORE_024_B) ? "" : base;
            String query = settings.breaks(Fault.CORE_024_C)
                    ? "limit=" + page.limit() + "&page=" + (page.number() + 1)
                    : call.query().withPage(page.number() + 1);
            String next = root + call.path() + "?" + query;
            answer.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer;
    }
}
