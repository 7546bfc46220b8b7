package stint.station.core;

import stint.domain.event.StationCode;
import stint.domain.work.FloorView;

import java.time.Instant;

/**
 * What a bench knows at one moment. Immutable.
 *
 * @param station which bench
 * @param floor the floor as this bench knows it
 * @param sync how it stands with the server
 * @param time floor time of this picture
 */
public record StationState(StationCode station, FloorView floor, SyncState sync, Instant time) {}
