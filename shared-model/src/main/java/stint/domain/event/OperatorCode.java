package stint.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * The worker code an operator logs in with; never a badge number.
 *
 * @param value 1 to 40 characters: letters, digits, {@code - _ . @}
 */
public record OperatorCode(String value) implements Comparable<OperatorCode> {

    /**
     * @throws IllegalArgumentException when the text is not a code
     */
    public OperatorCode {
        Codes.requireCode("operator", value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperatorCode code && value.equals(code.value);
    }

    /** By hand, as {@code equals}: the fold looks codes up several times for every event. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(OperatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
