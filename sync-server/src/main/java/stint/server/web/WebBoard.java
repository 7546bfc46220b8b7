package stint.server.web;

import stint.board.BoardKnown;
import stint.board.BoardScreen;
import stint.board.BoardScreens;
import stint.board.BoardTexts;
import stint.board.Places;
import stint.server.board.LiveBoard;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.BoardView.StationCard;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The board as a page: drawn once for all who ask for the same part of the floor in the same
 * language. Thread-safe.
 */
public final class WebBoard {

    /** How long a page of cards stays. */
    static final Duration TURN = Duration.ofSeconds(12);

    /** So often ages are brought up to date while nothing happens. */
    public static final Duration REFRESH = Duration.ofSeconds(6);

    /** So many different boards are remembered; a site has a handful. */
    private static final int BOARDS_MAX = 200;

    private static final URI NOWHERE = URI.create("stint:board");

    /** One kind of board: where its cards are, and what it was when it was last drawn. */
    private static final class Kept {

        private Places places = Places.NONE;
        private long position = -1;
        private long tick = -1;
        private byte[] body = new byte[0];
    }

    private final LiveBoard board;
    private final ZoneId zone;
    private final Map<BoardQuery, Kept> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<BoardQuery, Kept> eldest) {
                    return size() > BOARDS_MAX;
                }
            };

    /**
     * @param zone of its clock and dates
     */
    public WebBoard(LiveBoard board, ZoneId zone) {
        this.board = board;
        this.zone = zone;
    }

    private Kept kept(BoardQuery query) {
        synchronized (kept) {
            return kept.computeIfAbsent(query, any -> new Kept());
        }
    }

    /** The whole page. */
    public byte[] page(BoardQuery query) {
        Kept mine = kept(query);
        synchronized (mine) {
            return Pages.draw("board", model(query, mine, board.view()));
        }
    }

    /** The part of it that changes; the same bytes while nothing does. */
    public byte[] body(BoardQuery query) {
        BoardView view = board.view();
        long tick = view.serverTimeMs() / REFRESH.toMillis();
        Kept mine = kept(query);
        synchronized (mine) {
            if (mine.position < view.position() || mine.tick < tick) {
                mine.body = Pages.draw("boardBody", model(query, mine, view));
                mine.position = view.position();
                mine.tick = tick;
            }
            return mine.body;
        }
    }

    private BoardPage model(BoardQuery query, Kept mine, BoardView whole) {
        Instant now = Instant.ofEpochMilli(whole.serverTimeMs());
        BoardView view = query.filter().of(whole);
        mine.places = mine.places.with(view.jobs(), BoardScreens.PER_PAGE);
        Integer page = query.page();
        long turn = page == null ? whole.serverTimeMs() / TURN.toMillis() : Math.max(0, page - 1);
        BoardScreens screens =
                new BoardScreens(
                        new BoardTexts(query.language().locale(), zone), NOWHERE, query.filter());
        BoardScreen screen =
                screens.screen(new BoardKnown(view, now, true), mine.places, turn, now);
        return new BoardPage(
                screen,
                query,
                new WebTexts(query.language(), zone),
                whole.jobs().stream().map(BoardView.JobCard::line).distinct().sorted().toList(),
                areas(whole),
                screen.page() + 1 < screen.pages() ? screen.page() + 2 : 1,
                whole.serverTimeMs());
    }

    private static List<String> areas(BoardView view) {
        return view.stations().stream()
                .map(StationCard::area)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
