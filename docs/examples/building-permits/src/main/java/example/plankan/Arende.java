package example.plankan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Is an ärende with what belongs to it, as it is written to the tables. */
public record Arende(
        UUID id,
        Optional<String> diarienr,
        String typ,
        Optional<String> handlaggare,
        String lage,
        LocalDate inkom,
        List<Part> parter,
        List<Handling> handlingar,
        List<Beslut> beslut) {

    /** Is somebody whom it concerns. */
    public record Part(String roll, String namn, String idnr, Optional<LocalDate> till) {}

    /** Is a document in the file. */
    public record Handling(int nr, String slag, String titel, LocalDate dag) {}

    /** Is a decision. */
    public record Beslut(String slag, String utfall, LocalDate dag, String lydelse) {}

    /** Is something that happened. */
    public record Handelse(UUID id, long nr, Instant tid, String slag, String av, String text) {}
}
