package stint.domain.event;

import org.jspecify.annotations.Nullable;

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
    public boolean equals(@Nullable Object other) {
        return other instanceof Serial code && value.equals(code.value);
    }

    /** By hand, as {@code equals}: the fold looks codes up several times for every event. */
    @Override
    public int hashCode() {
        return value.hashCode();
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
