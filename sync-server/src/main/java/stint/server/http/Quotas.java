package stint.server.http;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.server.ServerConfig;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Nobody takes more than their share of the server. Thread-safe. */
final class Quotas {

    private final ServerConfig.Limits limits;
    private final Rates<InetAddress> addresses = new Rates<>(System::nanoTime);
    private final Rates<StationCode> stations = new Rates<>(System::nanoTime);
    private final Map<StationCode, Integer> waiting = new ConcurrentHashMap<>();

    Quotas(ServerConfig.Limits limits) {
        this.limits = limits;
    }

    /**
     * Counts a request from an address.
     *
     * @throws FaultException when there were too many
     */
    void address(String remote) {
        try {
            InetAddress address = InetAddress.getByName(remote);
            ServerConfig.Quota quota = limits.quota(address);
            addresses.require(address, quota.perSecond(), quota.burst());
        } catch (UnknownHostException e) {
            throw FaultException.of(Fault.MALFORMED, "who asks has no address", e);
        }
    }

    /**
     * Counts a request of a station that has proven itself.
     *
     * @throws FaultException when there were too many
     */
    void station(StationCode station) {
        stations.require(station, limits.station().perSecond(), limits.station().burst());
    }

    /** A place that one waits in for news; given back when closed. */
    @FunctionalInterface
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /** The same for whoever asks; a browser in the local network is no station. */
    Place placeOf(@Nullable StationCode station) {
        return station == null ? () -> {} : place(station);
    }

    /**
     * Takes one of the places a station has for live streams and late answers.
     *
     * @throws FaultException when all are taken
     */
    private Place place(StationCode station) {
        int taken = waiting.merge(station, 1, Integer::sum);
        Place place = () -> waiting.computeIfPresent(station, (any, n) -> n > 1 ? n - 1 : null);
        if (taken > limits.station().connectionsMax()) {
            place.close();
            throw FaultException.of(
                    Fault.TOO_OFTEN, station + " follows the news in too many places already");
        }
        return place;
    }
}
