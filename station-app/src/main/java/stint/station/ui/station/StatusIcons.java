package stint.station.ui.station;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.domain.event.StationStatus;

/** A mark for each status, so that no colour is needed to tell them apart. */
public final class StatusIcons {

    private StatusIcons() {}

    /** Its mark. */
    public static Ikon of(StationStatus status) {
        return switch (status) {
            case SETUP -> Material2MZ.TUNE;
            case PRODUCTION -> Material2MZ.PLAY_CIRCLE_FILLED;
            case STOPPED -> Material2MZ.STOP_CIRCLE;
            case MAINTENANCE -> Material2AL.BUILD;
        };
    }
}
