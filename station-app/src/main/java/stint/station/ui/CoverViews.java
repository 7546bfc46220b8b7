package stint.station.ui;

import stint.domain.event.TimeReading;
import stint.station.core.StationState;
import stint.station.ui.bench.Cover;
import stint.station.ui.cover.CoverPane;
import stint.station.ui.kit.Texts;

/** Makes what lies over the screen: pure functions of the state, told the time. */
final class CoverViews {

    private CoverViews() {}

    static CoverPane.Words of(Cover cover, StationState state, TimeReading now, Texts texts) {
        return switch (cover) {
            case Cover.Cleaning cleaning ->
                    new CoverPane.Words(
                            true,
                            texts.text("clean.title"),
                            texts.text("number", cleaning.secondsLeft(now.monotonicMillis())),
                            "",
                            texts.text("clean.hint"));
            case Cover.Idle idle ->
                    new CoverPane.Words(
                            false,
                            state.station().value(),
                            texts.clock(now.time()),
                            FrameViews.sync(state.sync(), now.time(), texts),
                            texts.text("idle.hint"));
        };
    }
}
