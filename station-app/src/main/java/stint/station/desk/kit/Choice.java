package stint.station.desk.kit;

/**
 * Something to choose in a list that drops down.
 *
 * @param code what is sent; empty for nothing
 * @param words what is read
 */
public record Choice(String code, String words) {

    @Override
    public String toString() {
        return words;
    }
}
