package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the server takes as a document, and from whom (CASE-030 to CASE-032). */
class UploadIT {
    private static final byte[] TEXT = "Situationsplan".getBytes(StandardCharsets.UTF_8);
    private static final int LIMIT = 50 * 1024 * 1024;

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @Test
    void takesAsManyOctetsAsItSaysAndNotOneMore() throws Exception {
        Client person = Client.person(server, data);
        assertThat(JSONObjectUtils.getJSONObject(
                        JSONObjectUtils.parse(person.get("/capabilities").body()), "limits"))
                .containsEntry("documentBytes", (long) LIMIT);
        assertThat(person.stream("text/plain", new byte[LIMIT]).statusCode()).isEqualTo(201);
        refused(person.stream("text/plain", new byte[LIMIT + 1]), 413, "payload-too-large");
    }

    @Test
    void keepsTheMediaTypeWithItsCharset() throws IOException, ParseException {
        Client person = Client.person(server, data);
        assertThat(kept(person.upload("Text/Plain; format=flowed; charset=UTF-8", TEXT, TEXT)))
                .isEqualTo("text/plain;charset=utf-8");
        assertThat(kept(person.upload("application/pdf; version=1", TEXT, TEXT)))
                .isEqualTo("application/pdf");
    }

    @Test
    void servesADocumentAsItCame() throws IOException, ParseException {
        Client person = Client.person(server, data);
        String document = id(person.upload("text/plain", TEXT, TEXT));
        String path = "/cases/" + id(person.post("/cases", form(document))) + "/documents/" + document;
        assertThat(person.get(path).headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(person.parts(path, "bytes=0-8").body()).isEqualTo("Situation");
        assertThat(person.parts(path, "bytes=0-8", "bytes=9-").statusCode())
                .as("two ranges, in two headers")
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoMediaType() throws IOException, ParseException {
        Client person = Client.person(server, data);
        refused(person.upload("*/*", TEXT, TEXT), 415, "unsupported-media-type");
        refused(person.upload("a/" + "b".repeat(300), TEXT, TEXT), 415, "unsupported-media-type");
    }

    @Test
    void refusesAnotherDigest() throws IOException, ParseException {
        refused(Client.person(server, data).upload("text/plain", TEXT, new byte[0]), 422, "validation");
    }

    @Test
    void takesThemFromThoseWhoCanUseThem() throws IOException, ParseException {
        assertThat(Client.registrar(server, data).upload().statusCode()).isEqualTo(201);
        assertThat(Client.officer(server, data, "case-officer@byggnadsnamnden")
                        .upload()
                        .statusCode())
                .isEqualTo(201);
        assertThat(Client.system(server, data, "cases:open").upload().statusCode())
                .isEqualTo(201);
        refused(Client.officer(server, data, "archivist@byggnadsnamnden").upload(), 403, "forbidden");
        refused(Client.system(server, data, "cases:register").upload(), 403, "forbidden");
    }

    private static String form(String document) {
        return "{\"service\":{\"id\":\"conformance-plain\"},\"form\":{\"subject\":\"Prov\"},\"documents\":[{\"id\":\""
                + document + "\",\"kind\":\"drawing\",\"name\":\"ritning.txt\"}],\"parties\":[]}";
    }

    private static String id(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "id");
    }

    private static String kept(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "mediaType");
    }

    private static void refused(HttpResponse<String> answer, int status, String type) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "type"))
                .isEqualTo("urn:ryggrad:problem:" + type);
    }
}
