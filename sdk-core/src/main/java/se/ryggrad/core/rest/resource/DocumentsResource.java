package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.http.ContentDigest;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Intake;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.content.MediaTypes;
import se.ryggrad.core.rest.content.Spool;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Takes documents before the case that holds them (CASE-030 to CASE-032). */
@Path("/{principal}/v1/documents")
@RequestScoped
public class DocumentsResource {

    private static final Set<String> USING_GROUPS =
            Set.of(OfficerGroup.CASE_OFFICER, OfficerGroup.REGISTRAR, OfficerGroup.CONTACT_CENTRE);

    private Ports ports;
    private CurrentExchange current;
    private Intake intake;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public DocumentsResource() {}

    /** Creates the resource. */
    @Inject
    public DocumentsResource(Ports ports, CurrentExchange current, Intake intake) {
        this.ports = ports;
        this.current = current;
        this.intake = intake;
    }

    /** Keeps the octets of the body; they are never whole in memory. */
    @POST
    public Response upload(
            @HeaderParam(ContentDigest.HEADER) String digest,
            @HeaderParam("Content-Type") String contentType,
            InputStream body) {
        Exchange exchange = current.get();
        if (exchange.token().isEmpty() && !anonymousServices(exchange)) {
            throw ProblemTexts.refusal(ProblemType.NOT_AUTHENTICATED, "no-token");
        }
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        if (exchange.actor() instanceof Actor.Officer officer && !usesDocuments(officer)) {
            throw ProblemTexts.refusal(ProblemType.FORBIDDEN, "no-group");
        }
        if (!exchange.representation().map(DocumentsResource::uploads).orElse(true)) {
            throw ProblemTexts.refusal(ProblemType.FORBIDDEN, "no-right");
        }
        String sha256 = ContentDigest.parse(digest).orElseThrow();
        String mediaType = MediaTypes.kept(contentType).orElseThrow();
        Upload upload = new Upload(
                exchange.principal().id(),
                exchange.actor().id(),
                mediaType,
                sha256,
                ports.settings().documents().bytes());
        Once<StoredDocument> once = Answers.once(
                exchange,
                "POST",
                Sha256.hex(mediaType + ' ' + sha256),
                ports.clock().instant(),
                stored -> answer(exchange, stored));
        return Answers.kept(keep(upload, body, once));
    }

    private Answer keep(Upload upload, InputStream body, Once<StoredDocument> once) {
        boolean anonymous = current.get().token().isEmpty();
        try (Spool spool = intake.document(anonymous, body, paced -> Spool.of(paced, upload.maximumBytes()))) {
            return ports.documents().keep(upload, spool.content(), once).answer();
        } catch (IOException broken) {
            throw RyggradException.of(ProblemType.MALFORMED, ProblemTexts.detail("parameters"), broken);
        }
    }

    private boolean anonymousServices(Exchange exchange) {
        return ports.services().search(exchange.principal().id(), Optional.empty(), Optional.empty()).stream()
                .anyMatch(ServiceDefinition::anonymous);
    }

    /** Tells whether an officer handles or registers cases anywhere, or is of a contact centre. */
    private static boolean usesDocuments(Actor.Officer officer) {
        return officer.groups().stream().map(OfficerGroup::name).anyMatch(USING_GROUPS::contains);
    }

    /** Tells whether somebody who acts for another may use documents (ID-046, ID-071). */
    private static boolean uploads(Representation by) {
        return by.mayAmongOthers(RepresentationRight.SUBMIT) || by.mayAmongOthers(RepresentationRight.ACT);
    }

    private static Answer answer(Exchange exchange, StoredDocument stored) {
        JsonTree body = JsonTree.object()
                .put("id", stored.id().value().toString())
                .put("size", stored.size())
                .put("sha256", stored.sha256())
                .put("mediaType", stored.mediaType())
                .build();
        return Answers.toKeep(201, Map.of(), exchange, body);
    }
}
