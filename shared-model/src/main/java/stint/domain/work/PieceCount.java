package stint.domain.work;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.WorkFact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came out of one task while it is folded: pieces by name, each once, and what is visited
 * again after it was sent back (SN-1 to SN-3, DP-4); pieces by number. Used by one thread, inside
 * {@link TaskFold} only.
 */
final class PieceCount {

    private final TaskExceptions exceptions;
    private final Map<Serial, PieceTime> pieces = new HashMap<>();
    private final List<PieceTime> rework = new ArrayList<>();
    private final Set<Serial> awaitingRework = new TreeSet<>();
    private final List<BatchOutput> outputs = new ArrayList<>();
    private final List<ScrapOutput> scraps = new ArrayList<>();

    PieceCount(TaskExceptions exceptions) {
        this.exceptions = exceptions;
    }

    Map<Serial, PieceTime> pieces() {
        return pieces;
    }

    List<PieceTime> rework() {
        return rework;
    }

    Set<Serial> awaitingRework() {
        return awaitingRework;
    }

    List<BatchOutput> outputs() {
        return outputs;
    }

    List<ScrapOutput> scraps() {
        return scraps;
    }

    /** Whether something that was sent back is still to be done once more. */
    boolean awaitsRework() {
        return !awaitingRework.isEmpty();
    }

    /** How many further visits there were. */
    int visits() {
        return rework.size();
    }

    /**
     * Counts what a complete says.
     *
     * @param quantity after corrections; heeded where no serials are named
     * @return how many of them are new output
     */
    int count(Event event, SessionFold session, WorkFact.Good fact, int quantity) {
        return fact.serials().isEmpty()
                ? countBatch(event, session, quantity, quantity != fact.quantity())
                : countPieces(event, session, fact.serials());
    }

    private int countBatch(Event event, SessionFold session, int quantity, boolean corrected) {
        SessionFold.Took took = session.took(event);
        Grade grade = corrected ? took.grade().and(Grade.CORRECTED) : took.grade();
        outputs.add(
                new BatchOutput(
                        event.id(),
                        event.hlc(),
                        session.core().operator(),
                        event.station(),
                        quantity,
                        took.from(),
                        event.time(),
                        took.worked(),
                        grade));
        session.piecesCompleted(event);
        return quantity;
    }

    private int countPieces(Event event, SessionFold session, List<Serial> serials) {
        OperatorCode operator = session.core().operator();
        List<Serial> fresh = new ArrayList<>(serials.size());
        for (Serial serial : serials) {
            PieceTime first = pieces.get(serial);
            if (awaitingRework.remove(serial)) {
                rework.add(session.pieceTime(event, serial, serials.size()));
            } else if (first != null || fresh.contains(serial)) {
                exceptions.duplicate(
                        serial, operator, first == null ? event.id() : first.completedBy(), event);
            } else {
                fresh.add(serial);
            }
        }
        for (Serial serial : fresh) {
            pieces.put(serial, session.pieceTime(event, serial, fresh.size()));
        }
        session.piecesCompleted(event);
        return fresh.size();
    }

    void scrap(Event event, WorkFact.Scrapped fact, int quantity) {
        scraps.add(new ScrapOutput(event.id(), quantity, fact.serials(), event.time()));
    }

    /** What was complete here is to be done once more. */
    void sentBack(List<Serial> serials) {
        for (Serial serial : serials) {
            if (pieces.containsKey(serial)) {
                awaitingRework.add(serial);
            }
        }
    }
}
