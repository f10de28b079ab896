package se.ryggrad.conformance.twin.cases;

/** A document that was uploaded, and by whom. */
@SuppressWarnings("ArrayRecordComponent") // never compared: the id is the identity
public record Upload(String id, String owner, String mediaType, byte[] content, String sha256) {

    /** Returns the file name extension that goes with the media type. */
    public String extension() {
        return switch (mediaType.split(";", 2)[0]) {
            case "application/pdf" -> "pdf";
            case "image/png" -> "png";
            case "image/jpeg" -> "jpg";
            case "text/plain" -> "txt";
            default -> "bin";
        };
    }
}
