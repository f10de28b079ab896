package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;

/**
 * Is the access log of an authority as its auditor exports it, with every digest and hash reckoned anew.
 *
 * @param head the answer to the sealing
 * @param entries all entries
 */
record AuditedLog(ObjectNode head, List<ObjectNode> entries) {
    private static final int STRETCH = 2;

    /** Seals the log and reads it from its start to its end. */
    static AuditedLog sealed(Client auditor, String authority) throws IOException {
        String path = "/authorities/" + authority + "/access-log";
        ObjectNode head = object(auditor.post(path + "/seals", "{}"));
        List<ObjectNode> entries = new ArrayList<>();
        String query = "?limit=" + STRETCH;
        while (entries.size() < number(head, "sequence")) {
            ObjectNode stretch = object(auditor.get(path + query));
            List<JsonTree> items = stretch.items("items");
            assertThat(items).isNotEmpty().hasSizeLessThanOrEqualTo(STRETCH);
            items.forEach(item -> entries.add(item.asObject().orElseThrow()));
            query = "?limit=" + STRETCH + "&after=" + stretch.text("next").orElseThrow();
        }
        assertThat(query).endsWith(head.text("next").orElseThrow());
        assertThat(object(auditor.get(path + query)).items("items")).isEmpty();
        AuditedLog log = new AuditedLog(head, entries);
        assertThat(log.reckoned())
                .isEqualTo(new AuditHead(
                        number(head, "sequence"), head.text("hash").orElseThrow()));
        return log;
    }

    /** Returns what those entries tell that have not been erased. */
    List<ObjectNode> contents() {
        return entries.stream()
                .flatMap(entry -> entry.object("content").stream())
                .toList();
    }

    /** Returns the salts that are left. */
    List<String> salts() {
        return entries.stream().flatMap(entry -> entry.text("salt").stream()).toList();
    }

    private AuditHead reckoned() {
        AuditHead head = AuditHead.START;
        for (ObjectNode entry : entries) {
            String digest = entry.text("contentDigest").orElseThrow();
            assertThat(entry.object("content").map(content -> digest(content, entry.text("salt"))))
                    .isIn(Optional.empty(), Optional.of(digest));
            head = HashChain.after(head, digest);
            assertThat(number(entry, "sequence")).isEqualTo(head.sequence());
            assertThat(entry.text("hash")).contains(head.hash());
        }
        return head;
    }

    private static String digest(ObjectNode content, Optional<String> salt) {
        return HashChain.contentDigest(HexFormat.of().parseHex(salt.orElseThrow()), CanonicalJson.of(content));
    }

    static ObjectNode object(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonTree.parse(new JsonText(answer.body())).asObject().orElseThrow();
    }

    private static long number(ObjectNode object, String name) {
        return object.member(name).flatMap(JsonTree::asNumber).orElseThrow().longValueExact();
    }
}
