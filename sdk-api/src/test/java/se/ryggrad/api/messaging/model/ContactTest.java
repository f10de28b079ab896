package se.ryggrad.api.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final Optional<String> EMAIL = Optional.of("anna@example.se");
    private static final Optional<String> PHONE = Optional.of("+46701740605");

    @Test
    void givesOnlyTheAddressWhereNoticesAreWanted() {
        Contact contact = new Contact(EMAIL, PHONE, List.of(AddressKind.PHONE));

        assertThat(contact.wanted(AddressKind.PHONE)).isEqualTo(PHONE);
        assertThat(contact.wanted(AddressKind.EMAIL)).isEmpty();
        assertThat(Contact.NONE.wanted(AddressKind.PHONE)).isEmpty();
    }

    @Test
    void wantsNoNoticesWithoutAnAddressForThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact(Optional.empty(), PHONE, List.of(AddressKind.EMAIL)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact(EMAIL, Optional.empty(), List.of(AddressKind.PHONE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact(EMAIL, PHONE, List.of(AddressKind.PHONE, AddressKind.PHONE)));
    }

    @Test
    void tellsNoAddressAsText() {
        assertThat(new Contact(EMAIL, PHONE, List.of()).toString()).doesNotContain("anna", "46701740605");
    }

    @Test
    void readsNothingButTheNamesOfTheStandard() {
        assertThat(Reason.parse("no-mailbox")).contains(Reason.NO_MAILBOX);
        assertThat(Reason.parse("NO_MAILBOX")).isEmpty();
        assertThat(Outcome.parse("unreachable")).contains(Outcome.UNREACHABLE);
        assertThat(MessageKind.parse("notice")).contains(MessageKind.NOTICE);
        assertThat(DeliveryId.parse("4bf92f3577b34da6a3ce929d0e0e4736")).isPresent();
        assertThat(DeliveryId.parse("4BF92F3577B34DA6A3CE929D0E0E4736")).isEmpty();
        assertThat(ChannelId.possible("digital-mailbox")).isTrue();
        assertThat(ChannelId.possible("-mailbox")).isFalse();
    }
}
