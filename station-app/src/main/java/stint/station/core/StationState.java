package stint.station.core;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.work.FloorView;
import stint.domain.work.Place;
import stint.domain.work.Unfinished;

import java.time.Instant;

/**
 * What a bench knows at one moment. Immutable.
 *
 * @param station which bench
 * @param floor the floor as this bench knows it
 * @param sync how it stands with the server
 * @param time floor time of this picture
 */
public record StationState(StationCode station, FloorView floor, SyncState sync, Instant time) {

    /** Who is signed on here, and what the station asks of them (ST-1, ST-2). */
    public Place place() {
        return new Place(floor, station);
    }

    /** What an operator left unfinished, to offer it who comes back (ST-6). */
    public Unfinished unfinished(OperatorCode operator) {
        return Unfinished.of(floor, operator, station);
    }
}
