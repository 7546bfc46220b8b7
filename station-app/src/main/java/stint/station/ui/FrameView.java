package stint.station.ui;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationStatus;

/**
 * What stands around every screen. Immutable.
 *
 * @param bench the bench's code
 * @param clock the time of day
 * @param person who is logged in; empty for nobody
 * @param status what their station does, in words; empty where they are not signed on (ST-3)
 * @param doing the same; absent where they are not signed on
 * @param sync what is abnormal about the sync, in words; empty while all is well (SY-1)
 * @param message what is said about the last thing done; empty for nothing
 * @param wrong the code of what went wrong; empty when nothing did
 * @param undo the button that takes it back, with its seconds; absent where there is none
 * @param undoing whether that is under way
 */
record FrameView(
        String bench,
        String clock,
        String person,
        String status,
        @Nullable StationStatus doing,
        String sync,
        String message,
        String wrong,
        @Nullable String undo,
        boolean undoing) {}
