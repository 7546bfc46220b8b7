package stint.station.ui.bench;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationStatus;
import stint.domain.plan.Reason;
import stint.domain.station.StationSession;
import stint.domain.station.StatusSpan;
import stint.domain.work.FloorView;
import stint.station.ui.kit.Texts;

import java.time.Instant;
import java.util.Arrays;

/** How a station and what it does are named on every screen: pure functions of the floor. */
public final class StationWords {

    private StationWords() {}

    /** A status's name. */
    public static String status(StationStatus status, Texts texts) {
        return switch (status) {
            case SETUP -> texts.text("status.setup");
            case PRODUCTION -> texts.text("status.production");
            case STOPPED -> texts.text("status.stopped");
            case MAINTENANCE -> texts.text("status.maintenance");
        };
    }

    /** What the station does, and since when. */
    public static String standing(StationSession session, Instant now, Texts texts) {
        return texts.text(
                "status.since",
                status(session.status(), texts),
                texts.moment(session.statusSince(), now));
    }

    /** Why, in words; empty where nothing was said. */
    public static String why(StatusSpan span, FloorView floor, Texts texts) {
        String note = span.note();
        if (StationSession.AUTO_ABANDON.equals(note)) {
            return texts.text("status.gone");
        }
        String reason = reason(span.reason(), floor, texts);
        if (note == null || note.isEmpty()) {
            return reason;
        }
        return reason.isEmpty() ? note : texts.text("status.note", reason, note);
    }

    /** A station stops for a reason of its own, or for the one its last work was held for. */
    private static String reason(@Nullable String code, FloorView floor, Texts texts) {
        if (code == null) {
            return "";
        }
        return Arrays.stream(new Reason.Kind[] {Reason.Kind.STOP, Reason.Kind.HOLD})
                .flatMap(kind -> floor.reasons(kind).stream())
                .filter(reason -> reason.code().equals(code))
                .map(reason -> reason.label(texts.language()))
                .findFirst()
                .orElse(code);
    }
}
