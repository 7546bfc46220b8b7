package stint.station.board;

import stint.board.BoardFilter;
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
 * @param filter the part of the floor to show
 * @param light whether dark on light; else light on dark, which is calmer in most halls
 */
public record BoardOptions(
        Link link,
        Locale language,
        ZoneId zone,
        boolean fullScreen,
        Duration page,
        BoardFilter filter,
        boolean light) {

    /** A dark board of the whole floor. */
    public BoardOptions(
            Link link, Locale language, ZoneId zone, boolean fullScreen, Duration page) {
        this(link, language, zone, fullScreen, page, BoardFilter.ALL, false);
    }

    /** A board in English that fills the screen, in this machine's zone. */
    public static BoardOptions of(Link link) {
        return new BoardOptions(
                link, Locale.ENGLISH, ZoneId.systemDefault(), true, Duration.ofSeconds(12));
    }
}
