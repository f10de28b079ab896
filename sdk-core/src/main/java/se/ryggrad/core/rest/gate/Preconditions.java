package se.ryggrad.core.rest.gate;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.core.http.ContentDigest;
import se.ryggrad.core.identity.VerifiedToken;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.rest.problem.ProblemTexts;

/**
 * Holds the headers and parameters of a request that were checked together, so that all faults are named.
 *
 * @param query the query parameters
 * @param key the idempotency key
 */
record Preconditions(Map<String, String> query, Optional<IdempotencyKey> key) {

    private static final String KEY = "Idempotency-Key";
    private static final int RANDOM_VERSION = 4;

    static Preconditions check(
            Passage passage,
            RequestHeaders headers,
            MultivaluedMap<String, String> given,
            Optional<VerifiedToken> token,
            int feedLimit) {
        Operation operation = passage.operation();
        boolean feed = operation.query().contains("after");
        Parameters parameters = new Parameters(feed ? feedLimit : Parameters.listLimit());
        parameters.read(given, operation.query(), token.map(VerifiedToken::kind));
        List<Fault> faults = new ArrayList<>(parameters.faults());
        boolean anonymous = token.isEmpty()
                || !(operation.access().tokenNeeded() || operation.access().represents());
        keyFault(operation, headers, anonymous).ifPresent(code -> faults.add(FaultTexts.of(KEY, code)));
        if (operation.takes() == Operation.Takes.OCTETS) {
            ContentDigest.fault(headers.values(ContentDigest.HEADER)).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw RyggradException.of(Problem.of(ProblemType.MALFORMED, ProblemTexts.detail("parameters"), faults));
        }
        Optional<IdempotencyKey> key = operation.key() == Operation.Keyed.NONE
                ? Optional.empty()
                : headers.first(KEY).flatMap(text -> Formats.uuid(text.strip())).map(IdempotencyKey::new);
        return new Preconditions(parameters.values(), key);
    }

    private static Optional<FaultCode> keyFault(Operation operation, RequestHeaders headers, boolean anonymous) {
        List<String> given = headers.values(KEY);
        if (operation.key() == Operation.Keyed.NONE) {
            return Optional.empty();
        }
        if (given.isEmpty()) {
            return operation.key() == Operation.Keyed.REQUIRED ? Optional.of(FaultCode.REQUIRED) : Optional.empty();
        }
        if (given.size() > 1) {
            return Optional.of(FaultCode.DUPLICATE_PARAMETER);
        }
        Optional<UUID> key =
                Formats.uuid(given.get(0).strip()).filter(uuid -> !anonymous || uuid.version() == RANDOM_VERSION);
        return key.isPresent() ? Optional.empty() : Optional.of(FaultCode.FORMAT);
    }
}
