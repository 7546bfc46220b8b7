package stint.server.board;

import stint.clock.Clocks;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.server.reconcile.Picture;
import stint.sync.EventStore;
import stint.wire.WireJson;
import stint.wire.protocol.BoardView;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The board as it is now, made once however many ask: a hundred boards hear of one tap in the same
 * moment, and want the same answer. Ages on it are exact to the second. Thread-safe.
 */
public final class LiveBoard {

    /** One board. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares boards; nobody changes them.
    private record Drawn(long position, long second, BoardView view, byte[] json) {}

    private final String site;
    private final Supplier<EventStore> store;
    private final Supplier<Picture> picture;
    private final Supplier<Map<StationCode, Instant>> heard;
    private final Clocks clocks;
    private final Shifts shifts;
    private final ShiftCount count = new ShiftCount();
    private final Object drawing = new Object();
    private volatile Drawn drawn =
            new Drawn(
                    -1,
                    -1,
                    new BoardView(
                            "",
                            "",
                            0,
                            0,
                            java.util.List.of(),
                            java.util.List.of(),
                            java.util.List.of(),
                            new BoardView.Totals(0, 0, 0, 0, 0, 0)),
                    new byte[0]);

    /**
     * @param heard when each station last spoke to the server
     * @param clocks the server's; today is the day of their zone
     */
    public LiveBoard(
            String site,
            Supplier<EventStore> store,
            Supplier<Picture> picture,
            Supplier<Map<StationCode, Instant>> heard,
            Clocks clocks,
            Shifts shifts) {
        this.site = site;
        this.store = store;
        this.picture = picture;
        this.heard = heard;
        this.clocks = clocks;
        this.shifts = shifts;
    }

    /** The board. */
    public BoardView view() {
        return now().view();
    }

    /** The same, as it is sent. Not to be changed. */
    public byte[] json() {
        return now().json();
    }

    private Drawn now() {
        Drawn known = drawn;
        if (isNow(known)) {
            return known;
        }
        synchronized (drawing) {
            known = drawn;
            if (!isNow(known)) {
                known = draw();
                drawn = known;
            }
            return known;
        }
    }

    private boolean isNow(Drawn known) {
        return known.position() == picture.get().position()
                && known.second() == clocks.read().time().getEpochSecond();
    }

    private Drawn draw() {
        Picture shown = picture.get();
        TimeReading now = clocks.read();
        EventStore events = store.get();
        Instant shift = shifts.begin(now);
        Boards.Shift made = new Boards.Shift(shift, task -> count.of(task, shift));
        BoardView view = Boards.board(site, events.generation(), shown, heard.get(), now, made);
        return new Drawn(shown.position(), now.time().getEpochSecond(), view, WireJson.write(view));
    }
}
