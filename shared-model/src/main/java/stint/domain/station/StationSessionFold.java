package stint.domain.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.domain.station.StationSession.Cause;
import stint.domain.station.StationSession.End;
import stint.domain.station.StationSession.Submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds one station session's facts, in canonical order, none of them voided. Total: every history
 * has a result (EV-3). What its bench, not knowing, still records on a session that somebody closed
 * counts and moves its end, as with operator sessions (OS-10). Used once, by one thread.
 */
final class StationSessionFold {

    private final Event opened;
    private final OperatorCode operator;
    private final StationCode station;
    private final List<StatusSpan> timeline = new ArrayList<>();
    private @Nullable Submission opening;
    private @Nullable Submission closing;
    private @Nullable End end;
    private @Nullable Event last;
    private Instant latest;

    StationSessionFold(Event opened, OperatorCode operator, StationFact.SignedOn signedOn) {
        this.opened = opened;
        this.operator = operator;
        this.station = signedOn.station() == null ? opened.station() : signedOn.station();
        this.latest = opened.time();
        timeline.add(new StatusSpan(StationStatus.STOPPED, null, null, opened.time(), null));
    }

    /** A fact that names this session. */
    void apply(Event event) {
        boolean ownBench = event.station().equals(opened.station());
        if (end != null && !ownBench) {
            return; // It is closed already, and whoever closes it once more did not work here.
        }
        switch (event.fact()) {
            case StationFact.ChecklistSubmitted submitted -> submit(event, submitted);
            case StationFact.StatusSet set -> {
                moveEnd(event, event.time());
                setStatus(set.status(), set.reason(), set.note(), event.time());
            }
            case StationFact.SignedOff off -> finish(event, event.time(), Cause.SIGNED_OFF, null);
            case StationFact.Closed closed ->
                    finish(event, event.time(), Cause.SUPERVISOR, closed.reason());
            case StationFact.Left left when ownBench -> leave(event, left);
            default -> {
                // Another station can't tell whether the terminal was gone (ST-5).
            }
        }
    }

    /** Its operator signed on here again: at most one is open at a bench. */
    void signedOnAgain(Event event) {
        if (end == null) {
            finish(event, event.time(), Cause.SIGNED_ON_AGAIN, null);
        }
    }

    private void submit(Event event, StationFact.ChecklistSubmitted submitted) {
        moveEnd(event, event.time());
        Submission submission =
                new Submission(event.id(), event.operator(), event.time(), submitted.answers());
        if (submitted.kind() == ChecklistKind.OPENING) {
            opening = opening == null ? submission : opening;
        } else {
            closing = closing == null ? submission : closing;
        }
    }

    private void leave(Event event, StationFact.Left left) {
        Instant seen = left.lastHeartbeat().time();
        Instant asOf = seen.isBefore(latest) ? latest : seen;
        boolean open = end == null;
        finish(event, asOf, Cause.ABANDONED, null);
        if (open) {
            setStatus(StationStatus.STOPPED, null, StationSession.AUTO_ABANDON, asOf);
        }
    }

    private void finish(Event event, Instant at, Cause cause, @Nullable String reason) {
        if (end == null) {
            end = new End(event.id(), at, cause, event.operator(), reason);
            last = event;
            closeSpan(at);
        } else {
            moveEnd(event, at);
        }
    }

    private void moveEnd(Event event, Instant at) {
        latest = at.isAfter(latest) ? at : latest;
        End known = end;
        if (known != null) {
            last = event;
            if (at.isAfter(known.at())) {
                end = new End(known.event(), at, known.cause(), known.by(), known.reason());
                closeSpan(at);
            }
        }
    }

    private void setStatus(
            StationStatus status, @Nullable String reason, @Nullable String note, Instant from) {
        closeSpan(from);
        StatusSpan span = new StatusSpan(status, reason, note, from, null);
        timeline.add(end == null ? span : span.until(from));
    }

    private void closeSpan(Instant at) {
        timeline.add(timeline.removeLast().until(at));
    }

    /** The part of the common order whose work belongs to it. */
    Stretch stretch() {
        return new Stretch(opened, last);
    }

    StationSession session(Counters counters) {
        return new StationSession(
                opened.id(),
                opened.station(),
                station,
                operator,
                opened.time(),
                opening,
                closing,
                timeline,
                counters,
                end);
    }
}
