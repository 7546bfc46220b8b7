package stint.server;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.credential.Pins;
import stint.domain.event.SessionRule;
import stint.server.board.Shifts;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What a server needs to know to start.
 *
 * @param site the site's code; every event of the server's own carries it
 * @param host the address to listen on
 * @param port the port; 0 for any free one
 * @param directory where the store lives; made when missing, used by one server at a time
 * @param clocks the server's clocks, which are the floor's time
 * @param access whom it answers
 * @param limits what it will bear
 * @param sessionIdle a session nothing was recorded on for so long is closed (OS-7)
 * @param database where the events are; absent for the journal and H2 in the directory
 * @param pages what its pages must know
 */
public record ServerConfig(
        String site,
        String host,
        int port,
        Path directory,
        Clocks clocks,
        Access access,
        Limits limits,
        Duration sessionIdle,
        @Nullable Database database,
        Pages pages) {

    /** A server whose pages say the usual. */
    public ServerConfig(
            String site,
            String host,
            int port,
            Path directory,
            Clocks clocks,
            Access access,
            Limits limits,
            Duration sessionIdle,
            @Nullable Database database) {
        this(
                site,
                host,
                port,
                directory,
                clocks,
                access,
                limits,
                sessionIdle,
                database,
                Pages.usual());
    }

    /**
     * What pages must know besides the floor.
     *
     * @param address where customers find this server, as labels say; absent for wherever a label
     *     is asked for
     * @param zone the site's, for days and times of day
     * @param shifts when shifts begin
     */
    public record Pages(@Nullable URI address, ZoneId zone, Shifts shifts) {

        /** No address of its own, this machine's zone, three shifts. */
        public static Pages usual() {
            return new Pages(null, ZoneId.systemDefault(), Shifts.USUAL);
        }
    }

    /** The same server with pages that know more. */
    public ServerConfig showing(Pages others) {
        return new ServerConfig(
                site, host, port, directory, clocks, access, limits, sessionIdle, database, others);
    }

    /** A server with the usual limits. */
    public ServerConfig(
            String site, String host, int port, Path directory, Clocks clocks, Access access) {
        this(site, host, port, directory, clocks, access, Limits.usual());
    }

    /**
     * Whom a server answers.
     *
     * @param enrolment whether stations must be enrolled and people signed in; without it everybody
     *     who reaches the server may do everything, except in the name of an enrolled station
     * @param openBoard whether whoever is in the local network may read the board
     * @param pinDigits digits a new PIN has at least, 4 to 12
     * @param tls the server's certificate; absent for plain HTTP
     */
    public record Access(boolean enrolment, boolean openBoard, int pinDigits, @Nullable Tls tls) {

        /** Without TLS. */
        public Access(boolean enrolment, boolean openBoard, int pinDigits) {
            this(enrolment, openBoard, pinDigits, null);
        }

        /** What a site should have. */
        public static final Access REQUIRED = new Access(true, true, Pins.DIGITS_MIN);

        /** For tests and simulations, on networks of their own. */
        public static final Access OPEN = new Access(false, true, Pins.DIGITS_MIN);
    }

    /** A server that closes sessions after a week. */
    public ServerConfig(
            String site,
            String host,
            int port,
            Path directory,
            Clocks clocks,
            Access access,
            Limits limits) {
        this(
                site,
                host,
                port,
                directory,
                clocks,
                access,
                limits,
                SessionRule.StaleClosed.IDLE_DEFAULT,
                null);
    }

    /** The same server with its events in another place. */
    public ServerConfig on(@Nullable Database elsewhere) {
        return new ServerConfig(
                site, host, port, directory, clocks, access, limits, sessionIdle, elsewhere, pages);
    }

    /**
     * A PostgreSQL database. Several servers may share one and serve the site together.
     *
     * @param url as {@code jdbc:postgresql://host:5432/stint}, with nothing secret in it
     * @param user who may make tables there
     * @param password theirs; empty where the database asks for none
     */
    public record Database(String url, String user, String password) {

        /** Says nothing of the password. */
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    /**
     * What a server shows who it is with; PEM files.
     *
     * @param certificate its own first, then those that vouch for it
     * @param key its private key, PKCS #8, not encrypted
     */
    public record Tls(Path certificate, Path key) {}

    /**
     * The share of one caller.
     *
     * @param perSecond requests, over time
     * @param burst requests at once
     * @param connectionsMax connections at one time
     */
    public record Quota(int perSecond, int burst, int connectionsMax) {}

    /**
     * What every route has.
     *
     * @param bodyBytesMax of one request body, inflated
     * @param bodyTime for a body to arrive in full
     * @param headerTime for a header to arrive in full
     * @param headerBytesMax of one request header
     * @param bodiesBytesMax of all request bodies held at one time
     * @param connectionsMax open connections; more wait
     * @param queueMax batches that wait for the writer
     * @param answerTime for the writer to answer
     * @param heartbeat between signs of life on a live stream
     * @param station what one station may ask; its connections are live streams and late answers
     * @param near what one address of the local network may ask; this machine's own is not counted
     * @param far what any other address may ask
     */
    public record Limits(
            int bodyBytesMax,
            Duration bodyTime,
            Duration headerTime,
            int headerBytesMax,
            long bodiesBytesMax,
            int connectionsMax,
            int queueMax,
            Duration answerTime,
            Duration heartbeat,
            Quota station,
            Quota near,
            Quota far) {

        /** What a bench asks in its busiest minute is a tenth of this. */
        private static final Quota STATION = new Quota(200, 2_000, 8);

        /** Many benches may come through one address: a proxy, or a test's loopback. */
        private static final Quota NEAR = new Quota(5_000, 20_000, 2_000);

        private static final Quota FAR = new Quota(20, 200, 50);

        /** Limits with the usual quotas. */
        public Limits(
                int bodyBytesMax,
                Duration bodyTime,
                Duration headerTime,
                int headerBytesMax,
                long bodiesBytesMax,
                int connectionsMax,
                int queueMax,
                Duration answerTime,
                Duration heartbeat) {
            this(
                    bodyBytesMax,
                    bodyTime,
                    headerTime,
                    headerBytesMax,
                    bodiesBytesMax,
                    connectionsMax,
                    queueMax,
                    answerTime,
                    heartbeat,
                    STATION,
                    NEAR,
                    FAR);
        }

        /** These limits with other quotas. */
        public Limits with(Quota otherStation, Quota otherNear, Quota otherFar) {
            return new Limits(
                    bodyBytesMax,
                    bodyTime,
                    headerTime,
                    headerBytesMax,
                    bodiesBytesMax,
                    connectionsMax,
                    queueMax,
                    answerTime,
                    heartbeat,
                    otherStation,
                    otherNear,
                    otherFar);
        }

        /** What an address may ask. */
        public Quota quota(InetAddress address) {
            return Nearby.is(address) ? near : far;
        }

        /** What a server bears unless told otherwise. */
        public static Limits usual() {
            return new Limits(
                    4 << 20,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10),
                    16 << 10,
                    Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 8),
                    2_000,
                    256,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15));
        }
    }
}
