package stint.station.ui;

import stint.domain.event.TimeReading;
import stint.domain.station.StationSession;
import stint.station.core.StationState;
import stint.station.core.SyncState;
import stint.station.ui.bench.Place;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Receipt;
import stint.station.ui.bench.StationWords;
import stint.station.ui.kit.Texts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the frame: pure functions of the state, told the time. */
final class FrameViews {

    /** Unsent events are normal for as long as a push may take; beyond, something is wrong. */
    private static final Duration UNSENT_NORMAL = Duration.ofSeconds(60);

    private FrameViews() {}

    static FrameView of(
            StationState state,
            Place place,
            Optional<Receipt> receipt,
            boolean undoing,
            TimeReading now,
            Texts texts) {
        String message =
                receipt.map(said ->
                                said.code() == null
                                        ? said.text()
                                        : Problem.words(
                                                new Problem(said.text(), said.code()), texts))
                        .orElse("");
        String undo =
                receipt.filter(said -> said.undoable() != null && place instanceof Place.Inside)
                        .map(said ->
                                texts.text("receipt.undo", said.secondsLeft(now.monotonicMillis())))
                        .orElse(null);
        StationSession signedOn =
                place instanceof Place.Inside inside
                        ? state.place().session(inside.operator().code()).orElse(null)
                        : null;
        return new FrameView(
                state.station().value(),
                texts.clock(now.time()),
                place instanceof Place.Inside inside ? inside.operator().name() : "",
                signedOn == null ? "" : status(signedOn, state, now.time(), texts),
                signedOn == null ? null : signedOn.status(),
                sync(state.sync(), now.time(), texts),
                message,
                receipt.map(said -> said.code()).orElse(""),
                undo,
                undoing);
    }

    /** What the station does, and which it is where the bench serves several. */
    private static String status(
            StationSession session, StationState state, Instant now, Texts texts) {
        String standing = StationWords.standing(session, now, texts);
        return session.station().equals(state.station())
                ? standing
                : texts.text("status.at", session.station().value(), standing);
    }

    /** What is abnormal about the sync, in words; empty while all is well (SY-1). */
    static String sync(SyncState sync, Instant now, Texts texts) {
        String denial = sync.denial();
        if (denial != null) {
            return "revoked".equals(denial)
                    ? texts.text("sync.revoked")
                    : texts.text("sync.stranger");
        }
        Instant since = sync.unsentSince();
        if (sync.unsent() > 0 && since != null) {
            boolean late = Duration.between(since, now).compareTo(UNSENT_NORMAL) > 0;
            return late || !sync.connected()
                    ? texts.text("sync.unsent", sync.unsent(), texts.moment(since, now))
                    : "";
        }
        Instant heard = sync.lastContact();
        boolean silent =
                !sync.connected()
                        && heard != null
                        && Duration.between(heard, now).compareTo(UNSENT_NORMAL) > 0;
        return silent && heard != null ? texts.text("sync.silent", texts.moment(heard, now)) : "";
    }
}
