package se.ryggrad.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists the codes of faults; the list is closed. Most are the JSON Schema keyword that failed, in
 * kebab-case.
 */
public enum FaultCode {
    /** JSON Schema {@code additionalItems} and {@code unevaluatedItems}. */
    ADDITIONAL_ITEMS,
    /** An address that is not public, to which nothing is sent. */
    ADDRESS_REFUSED,
    /** JSON Schema {@code anyOf}. */
    ANY_OF,
    /** An approval that is required is missing. */
    APPROVAL_MISSING,
    /** A required attachment is missing. */
    ATTACHMENT_MISSING,
    /** JSON Schema {@code const}. */
    CONST,
    /** JSON Schema {@code contains}. */
    CONTAINS,
    /** A fact dated after today. */
    DATE_IN_FUTURE,
    /** Dates in an impossible order. */
    DATE_ORDER,
    /** JSON Schema {@code dependentRequired}. */
    DEPENDENT_REQUIRED,
    /** The digest differs from the content. */
    DIGEST_MISMATCH,
    /** A query parameter or header given more than once. */
    DUPLICATE_PARAMETER,
    /** JSON Schema {@code enum}. */
    ENUM,
    /** JSON Schema {@code exclusiveMaximum}. */
    EXCLUSIVE_MAXIMUM,
    /** JSON Schema {@code exclusiveMinimum}. */
    EXCLUSIVE_MINIMUM,
    /** JSON Schema {@code format}. */
    FORMAT,
    /** JSON Schema {@code maximum}. */
    MAXIMUM,
    /** JSON Schema {@code maxItems}. */
    MAX_ITEMS,
    /** JSON Schema {@code maxLength}. */
    MAX_LENGTH,
    /** JSON Schema {@code maxProperties}. */
    MAX_PROPERTIES,
    /** A media type that the attachment does not take. */
    MEDIA_TYPE,
    /** JSON Schema {@code minimum}. */
    MINIMUM,
    /** JSON Schema {@code minItems}. */
    MIN_ITEMS,
    /** JSON Schema {@code minLength}. */
    MIN_LENGTH,
    /** JSON Schema {@code minProperties}. */
    MIN_PROPERTIES,
    /** JSON Schema {@code multipleOf}. */
    MULTIPLE_OF,
    /** JSON Schema {@code not}. */
    NOT,
    /** A number beyond ±(2^53 − 1). */
    NUMBER_OUT_OF_RANGE,
    /** A point in time without offset. */
    OFFSET_MISSING,
    /** JSON Schema {@code oneOf}. */
    ONE_OF,
    /** JSON Schema {@code pattern}. */
    PATTERN,
    /** JSON Schema {@code propertyNames}. */
    PROPERTY_NAMES,
    /** JSON Schema {@code required}. */
    REQUIRED,
    /** A form's schema that the standard does not allow. */
    SCHEMA_NOT_ALLOWED,
    /** JSON Schema {@code type}. */
    TYPE,
    /** JSON Schema {@code uniqueItems}. */
    UNIQUE_ITEMS,
    /** A document that is unknown, used, or somebody else's. */
    UNKNOWN_DOCUMENT,
    /** A member that the form does not have. */
    UNKNOWN_MEMBER,
    /** A query parameter that the resource does not have. */
    UNKNOWN_PARAMETER,
    /** A value outside a closed vocabulary, or a reference to nothing. */
    UNKNOWN_VALUE;

    /** Returns the code that {@code code} names, or nothing for one that this version does not know. */
    public static Optional<FaultCode> parse(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** Returns the code as it stands in {@code errors[]}, for example {@code unknown-member}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
