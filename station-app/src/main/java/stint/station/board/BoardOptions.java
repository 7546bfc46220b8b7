package stint.station.board;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How a board is to run.
 *
 * @param server the sync-server to follow
 * @param language the language of its texts; English where it has none in that language
 * @param zone the zone of its clock and dates
 * @param fullScreen whether it fills the screen
 * @param page how long a page stays when there are several
 */
public record BoardOptions(
        URI server, Locale language, ZoneId zone, boolean fullScreen, Duration page) {

    /** A board in English that fills the screen, in this machine's zone. */
    public static BoardOptions of(URI server) {
        return new BoardOptions(
                server, Locale.ENGLISH, ZoneId.systemDefault(), true, Duration.ofSeconds(12));
    }
}
