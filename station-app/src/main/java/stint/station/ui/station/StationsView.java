package stint.station.ui.station;

import java.util.List;

/**
 * The stations to sit down at. Immutable.
 *
 * @param seats those of this page
 * @param page which page, from 0
 * @param pages how many there are, at least 1
 */
public record StationsView(List<Seat> seats, int page, int pages) {

    /** Copies the list. */
    public StationsView {
        seats = List.copyOf(seats);
    }

    /**
     * A station.
     *
     * @param number its place on the page, from 1: the digit that chooses it
     * @param hint who is there, and what it does; empty for nothing
     * @param last whether it is where they sat last
     */
    public record Seat(String code, int number, String hint, boolean last) {}
}
