package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.core.http.ContentDigest;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.content.ByteRange;
import se.ryggrad.core.rest.content.CaseExport;
import se.ryggrad.core.rest.content.FileNames;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Streams what a case holds: documents (CASE-033 to CASE-035) and its export (CASE-045, CASE-046). */
@Path("/{principal}/v1/cases/{caseId}")
@RequestScoped
public class CaseContentResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public CaseContentResource() {}

    /** Creates the resource. */
    @Inject
    public CaseContentResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers a document, or one range of it. */
    @GET
    @Path("documents/{docId}")
    public Response document(
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @HeaderParam("Range") List<String> ranges,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        Exchange exchange = admitted();
        Asked asked = new Asked(Optional.ofNullable(ifNoneMatch), ranges, Optional.ofNullable(ifRange));
        CaseDocument document = ports.cases()
                .document(exchange.caller(), caseId(exchange), new DocumentId(exchange.id(1)), asked::given);
        if (asked.known(document)) {
            return Response.notModified().header("ETag", tag(document)).build();
        }
        ByteRange range = asked.range(document);
        return range.outside() ? outside(document) : content(document, range);
    }

    /** Answers the whole case in one file. */
    @GET
    @Path("export")
    public Response export() {
        Exchange exchange = admitted();
        CaseId id = caseId(exchange);
        CaseExport export = new CaseExport(
                ports.cases().export(exchange.caller(), id),
                exchange.language(),
                ports.clock().instant());
        StreamingOutput zip = target -> export.write(target, ports.documents());
        return Response.ok(zip, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + id.value() + ".zip\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Response content(CaseDocument document, ByteRange range) {
        CaseDocument.Content content = document.content();
        StreamingOutput octets = target -> ports.documents().copy(document.id(), range.from(), range.length(), target);
        Response.ResponseBuilder answer = Response.status(range.partial() ? 206 : 200)
                .entity(octets)
                .type(content.mediaType())
                .header("Content-Length", range.length())
                .header("ETag", tag(document))
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", ContentDigest.of(content.sha256()))
                .header("Content-Disposition", "attachment; filename=\"" + FileNames.of(document) + '"')
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox");
        if (range.partial()) {
            answer.header("Content-Range", range.contentRange(content.size()));
        }
        return answer.build();
    }

    private Response outside(CaseDocument document) {
        Problem problem = Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, ProblemTexts.detail("range"));
        return Response.fromResponse(current.refusals().answer(problem))
                .header("Content-Range", "bytes */" + document.content().size())
                .build();
    }

    private Exchange admitted() {
        Exchange exchange = current.get();
        OfficerLevel.check(
                exchange.actor(),
                ports.settings().minimumAssurance(),
                () -> ports.cases().requireVisible(exchange.caller(), caseId(exchange)));
        return exchange;
    }

    private static String tag(CaseDocument document) {
        return '"' + document.content().sha256() + '"';
    }

    private static CaseId caseId(Exchange exchange) {
        return new CaseId(exchange.id(0));
    }

    /** Is which part of a document is asked for, and on what conditions. */
    private record Asked(Optional<String> ifNoneMatch, List<String> ranges, Optional<String> ifRange) {

        boolean known(CaseDocument document) {
            return EntityTags.anyMatches(ifNoneMatch, tag(document));
        }

        boolean given(CaseDocument document) {
            return known(document) || !range(document).outside();
        }

        ByteRange range(CaseDocument document) {
            boolean whole = ranges.size() != 1
                    || ifRange.filter(tag -> !tag.strip().equals(tag(document))).isPresent();
            return ByteRange.parse(
                    whole ? null : ranges.get(0), document.content().size());
        }
    }
}
