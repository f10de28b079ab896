package se.ryggrad.core.json.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.body.BodyReader;

/** Reads the body of {@code PUT /me/contact} (MSG-033, MSG-034). */
public final class ContactReader {

    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{7,15}");
    private static final int LONGEST_EMAIL = 254;
    private static final String NOTICES = "/notices";

    private ContactReader() {}

    /**
     * Returns what {@code document} says shall hold.
     *
     * @throws se.ryggrad.api.RyggradException {@code validation} with every fault
     */
    public static Contact read(JsonDocument document) {
        BodyReader body = new BodyReader(document.root(), document.faults());
        Optional<String> email = Optional.empty();
        Optional<String> phone = Optional.empty();
        List<AddressKind> notices = List.of();
        if (body.object()) {
            email = address(body, AddressKind.EMAIL);
            phone = address(body, AddressKind.PHONE);
            notices = notices(body);
        }
        body.check();
        return new Contact(email, phone, notices);
    }

    private static Optional<String> address(BodyReader body, AddressKind kind) {
        String pointer = '/' + kind.code();
        Optional<String> given = body.maybeText(pointer);
        if (given.filter(text -> !sound(kind, text)).isPresent()) {
            body.fault(pointer, FaultCode.FORMAT);
        }
        return given;
    }

    private static boolean sound(AddressKind kind, String text) {
        return switch (kind) {
            case PHONE -> PHONE.matcher(text).matches();
            case EMAIL -> text.codePointCount(0, text.length()) <= LONGEST_EMAIL && Formats.email(text);
        };
    }

    private static List<AddressKind> notices(BodyReader body) {
        List<String> codes = body.texts(NOTICES).orElse(List.of());
        List<AddressKind> notices = new ArrayList<>();
        for (int place = 0; place < codes.size(); place++) {
            Optional<AddressKind> known = AddressKind.ofNotice(codes.get(place));
            known.ifPresent(notices::add);
            if (known.isEmpty()) {
                body.fault(NOTICES + '/' + place, FaultCode.UNKNOWN_VALUE);
            }
        }
        if (new HashSet<>(codes).size() < codes.size()) {
            body.fault(NOTICES, FaultCode.UNIQUE_ITEMS);
        }
        notices.stream()
                .distinct()
                .filter(kind -> !body.has('/' + kind.code()))
                .forEach(kind -> body.fault('/' + kind.code(), FaultCode.REQUIRED));
        return notices;
    }
}
