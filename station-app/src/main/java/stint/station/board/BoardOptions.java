package stint.station.board;

import stint.station.sync.Link;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How a board is to run.
 *
 * @param link to the sync-server to follow
 * @param language the language of its texts; English where it has none in that language
 * @param zone the zone of its clock and dates
 * @param fullScreen whether it fills the screen
 * @param page how long a page stays when there are several
 */
public record BoardOptions(
        Link link, Locale language, ZoneId zone, boolean fullScreen, Duration page) {

    /** A board in English that fills the screen, in this machine's zone. */
    public static BoardOptions of(Link link) {
        return new BoardOptions(
                link, Locale.ENGLISH, ZoneId.systemDefault(), true, Duration.ofSeconds(12));
    }
}
