package stint.domain.event;

/**
 * The serial number of one piece, as its label says.
 *
 * @param value 1 to 40 characters: letters, digits, {@code - _ . @}
 */
public record Serial(String value) implements Comparable<Serial> {

    /**
     * @throws IllegalArgumentException when the text is not a serial
     */
    public Serial {
        Codes.requireCode("serial", value);
    }

    @Override
    public int compareTo(Serial other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
