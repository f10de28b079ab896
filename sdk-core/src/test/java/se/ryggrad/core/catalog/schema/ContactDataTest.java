package se.ryggrad.core.catalog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.core.json.StandardFiles;

/** Tests which members of a form are contact data, whatever the form (ID-058). */
class ContactDataTest {

    private static final String CANARY = "canary";
    private static final ObjectNode MARK =
            JsonTree.object().put("x-ryggrad-contact", true).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'street':'x','subject':'s'}|{'subject':'s'}",
                "{'home':{'floor':'1','phone':'x'}}|{'home':{'floor':'1'}}",
                "{'home':{'phone':'x'}}|{'home':{}}",
                "{'people':[{'note':'n','reachedAt':'x'},{'note':'m'}]}|{'people':[{'note':'n'},{'note':'m'}]}",
                "{'numbers':['x','y']}|{'numbers':[]}",
                "{'visit':false,'place':'x'}|{'visit':false}",
                "{'people':'x','home':[1],'numbers':{'street':'kept'}}|{'people':'x','home':[1],'numbers':{'street':'kept'}}"
            })
    void leavesOutWhatTheConformanceServiceMarks(String filledIn, String left) {
        JsonTree service = StandardFiles.json("services/conformance-contact.json");
        ContactData form = new ContactData(service.at("/form").orElseThrow().json());

        assertThat(form.without(json(filledIn))).isEqualTo(json(left));
        assertThat(form.in(json(filledIn))).isEqualTo(!filledIn.equals(left));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x-ryggrad-contact':true}|{'a':1}|{}",
                "{'properties':{'a':{'x-ryggrad-contact':'true'}}}|{'a':1}|{'a':1}",
                "{'additionalProperties':{'x-ryggrad-contact':true}}|{'a':1}|{'a':1}",
                "{'properties':{'a':{'not':{'x-ryggrad-contact':true}}}}|{'a':1}|{'a':1}",
                "{'properties':{'a':{'prefixItems':[{},{'x-ryggrad-contact':true}]}}}|{'a':[1,2,3]}|{'a':[1,3]}",
                "{'properties':{'a':{'prefixItems':[{}],'items':{'x-ryggrad-contact':true}}}}|{'a':[1,2,3]}|{'a':[1]}",
                "{'dependentSchemas':{'b':{'properties':{'a':{'x-ryggrad-contact':true}}}}}|{'a':1}|{}",
                "{'$ref':'#/$defs/f','$defs':{'f':{'properties':{'a':{'$ref':'#/$defs/m'}}},'m':{'x-ryggrad-contact':true}}}|{'a':1,'b':2}|{'b':2}",
                "{'else':{'oneOf':[{'properties':{'a':{'anyOf':[true,{'x-ryggrad-contact':true}]}}}]}}|{'a':1}|{}",
                "{'properties':{'a':{'$ref':'#/$defs/a'}},'$defs':{'a':{'$ref':'#/$defs/a','x-ryggrad-contact':true}}}|{'a':1}|{}"
            })
    void findsTheMarkWhereverASchemaLies(String schema, String filledIn, String left) {
        ContactData form = new ContactData(json(schema).json());

        assertThat(form.without(json(filledIn))).isEqualTo(json(left));
        assertThat(form.in(json(filledIn))).isEqualTo(!filledIn.equals(left));
    }

    @Test
    void leavesNothingMarkedAndTakesNothingElseWhateverTheForm() {
        for (int seed = 0; seed < 3000; seed++) {
            Dressing made = new Dressing(new Random(seed));
            JsonTree filledIn = made.object(3, false);
            ContactData form = new ContactData(made.schema().json());
            String left = form.without(filledIn).json().text();

            assertThat(left).as("seed " + seed).doesNotContain(CANARY);
            assertThat(made.open)
                    .as("seed " + seed)
                    .allSatisfy(text -> assertThat(left).contains(text));
            assertThat(form.in(filledIn)).as("seed " + seed).isEqualTo(made.marks > 0);
        }
    }

    private static JsonTree json(String text) {
        return JsonTree.parse(new JsonText(text.replace('\'', '"')));
    }

    /** Makes a form and what is filled in, side by side, with marks at places that chance names. */
    private static final class Dressing {

        private final List<String> open = new ArrayList<>();
        private final Random chance;
        private ObjectNode last = ObjectNode.EMPTY;
        private int values;
        private int marks;

        private Dressing(Random chance) {
            this.chance = chance;
        }

        private ObjectNode schema() {
            return JsonTree.object()
                    .putAll(last)
                    .put("$defs", JsonTree.object().put("mark", MARK).build())
                    .build();
        }

        /** Returns an object; its schema is {@link #last} afterwards. */
        private JsonTree object(int depth, boolean within) {
            JsonBuilder filledIn = JsonTree.object();
            JsonBuilder properties = JsonTree.object();
            for (int count = 0; count < 1 + chance.nextInt(3); count++) {
                String name = "m" + count;
                boolean marked = chance.nextInt(4) == 0;
                filledIn.put(name, value(depth - 1, marked, within));
                properties.put(name, marked ? dressed(last) : last);
            }
            last = hidden("properties", properties.build());
            return filledIn.build();
        }

        private JsonTree value(int depth, boolean marked, boolean within) {
            boolean secret = marked || within;
            marks += marked ? 1 : 0;
            int kind = depth <= 0 ? 0 : chance.nextInt(3);
            if (kind == 1) {
                return object(depth, secret);
            }
            if (kind == 2) {
                return list(depth, secret);
            }
            last = ObjectNode.EMPTY;
            String text = (secret ? CANARY : "open") + "-" + values++ + ";";
            if (!secret) {
                open.add(text);
            }
            return JsonTree.of(text);
        }

        private JsonTree list(int depth, boolean within) {
            List<JsonTree> items = new ArrayList<>();
            List<JsonTree> schemas = new ArrayList<>();
            for (int count = 0; count < 1 + chance.nextInt(3); count++) {
                boolean marked = chance.nextInt(4) == 0;
                items.add(value(depth - 1, marked, within));
                schemas.add(marked ? dressed(last) : last);
            }
            last = hidden("prefixItems", JsonTree.array(schemas));
            return JsonTree.array(items);
        }

        /** Puts a keyword into the schema, or into a branch of it that need not apply. */
        private ObjectNode hidden(String keyword, JsonTree value) {
            ObjectNode plain = JsonTree.object().put(keyword, value).build();
            return chance.nextBoolean() ? plain : branch(plain);
        }

        private ObjectNode dressed(ObjectNode schema) {
            JsonBuilder marked = JsonTree.object().putAll(schema);
            return switch (chance.nextInt(3)) {
                case 0 -> marked.put("$ref", "#/$defs/mark").build();
                case 1 -> marked.putAll(MARK).build();
                default ->
                    JsonTree.object()
                            .put("allOf", List.of(schema, branch(MARK)))
                            .build();
            };
        }

        private ObjectNode branch(ObjectNode schema) {
            List<String> keywords = List.of("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas");
            int place = chance.nextInt(keywords.size());
            String keyword = keywords.get(place);
            if (place < 3) {
                return JsonTree.object()
                        .put(keyword, List.of(JsonTree.of(true), schema))
                        .build();
            }
            return place < 6
                    ? JsonTree.object().put(keyword, schema).build()
                    : JsonTree.object()
                            .put(
                                    keyword,
                                    JsonTree.object().put("absent", schema).build())
                            .build();
        }
    }
}
