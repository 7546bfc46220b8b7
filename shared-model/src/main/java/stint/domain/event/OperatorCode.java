package stint.domain.event;

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
    public int compareTo(OperatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
