package se.ryggrad.conformance.twin.catalog;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a form against its schema (JSON Schema 2020-12). */
public final class FormCheck {

    private static final int LONGEST = 2000;
    private static final Set<String> UNKNOWN = Set.of("additionalProperties", "unevaluatedProperties");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            dialect(),
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(FormCheck::expression)
                    .pathType(PathType.JSON_POINTER)
                    .build()));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private FormCheck() {}

    /** Tries an expression on no text that is longer than any form allows beside a pattern. */
    private static RegularExpression expression(String regex) {
        var pattern = Pattern.compile(regex);
        return text -> text.length() > LONGEST || pattern.matcher(text).find();
    }

    private record Named(String name) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return Formats.isMet(name, value);
        }
    }

    private static Dialect dialect() {
        var standard = Dialects.getDraft202012();
        var builder = Dialect.builder(standard);
        var names = new ArrayList<>(List.of("date", "date-time", "email", "uri", "uuid"));
        names.addAll(List.of("personal-number", "organisation-number", "property-designation"));
        names.addAll(List.of("point", "bank-account", "phone"));
        names.addAll(List.of("time", "duration", "hostname", "ipv4", "ipv6", "regex", "idn-email", "iri"));
        names.addAll(List.of("uri-reference", "json-pointer", "uri-template", "idn-hostname", "iri-reference"));
        names.forEach(name -> builder.format(new Named(name)));
        return builder.build();
    }

    /** Returns what is wrong with a filled-in form: where its schema says nothing it is closed. */
    public static List<FieldFault> checkForm(JsonNode schema, JsonNode form) {
        var faults = checkAll(schema, form);
        return faults.stream()
                .filter(f -> !f.code().equals("pattern")
                        || faults.stream()
                                .noneMatch(o -> o.code().equals("max-length")
                                        && String.valueOf(o.pointer()).equals(String.valueOf(f.pointer()))))
                .toList();
    }

    /** Returns what is wrong, with the pattern of a text that is too long. */
    public static List<FieldFault> checkAll(JsonNode schema, JsonNode form) {
        var closed = schema.deepCopy();
        boolean open = !schema.has("additionalProperties") && !schema.has("unevaluatedProperties");
        if (open && closed instanceof ObjectNode object) {
            object.put("additionalProperties", false);
        }
        return check(closed, form, "/form");
    }

    /** Returns what is wrong with a tree, with pointers below a prefix. */
    public static List<FieldFault> check(JsonNode schema, JsonNode form, String prefix) {
        var compiled = SCHEMAS.computeIfAbsent(Json.text(schema), text -> REGISTRY.getSchema(Json.read(text)));
        return compiled.validate(form).stream()
                .filter(error -> !Set.of("if", "then", "else").contains(error.getKeyword()))
                .map(error -> fault(error, prefix))
                .distinct()
                .toList();
    }

    private static FieldFault fault(Error error, String prefix) {
        String pointer = prefix + error.getInstanceLocation();
        String property = error.getProperty();
        if (UNKNOWN.contains(error.getKeyword())) {
            boolean telling = property == null || property.matches(".*[0-9]{6}.*");
            return FieldFault.at(telling ? pointer : pointer + "/" + Json.escape(property), "unknown-member");
        }
        for (String combined : List.of("anyOf", "oneOf")) {
            if (String.valueOf(error.getEvaluationPath()).contains("/" + combined)) {
                return FieldFault.at(pointer, code(combined));
            }
        }
        if (error.getProperty() != null && error.getKeyword().equals("required")) {
            return FieldFault.at(pointer + "/" + Json.escape(error.getProperty()), "required");
        }
        return FieldFault.at(pointer, code(error.getKeyword()));
    }

    private static String code(String keyword) {
        return keyword.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
