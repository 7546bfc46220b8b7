package stint.installer.demo;

import org.jspecify.annotations.Nullable;

import stint.clock.SystemClocks;
import stint.credential.SelfSigned;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.plan.Operator;
import stint.domain.plan.Station;
import stint.domain.plan.StationUse;
import stint.installer.ServerClient;
import stint.installer.scenario.Scenario;
import stint.installer.simulate.Plan;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.sync.Link;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The real parts of a floor on one machine: a server, and a core for each bench, on real clocks.
 * Any thread.
 */
public final class DemoFloor implements AutoCloseable {

    private static final String SITE = "demo";
    private static final String HOST = "127.0.0.1";

    private final Path directory;
    private final Map<StationCode, StationCore> cores = new LinkedHashMap<>();
    private final Map<StationCode, Cable> cables = new LinkedHashMap<>();
    private final int port;

    private ServerClient client;
    private @Nullable SyncServer server;

    private DemoFloor(Path directory, SyncServer server) throws IOException {
        this.directory = directory;
        this.server = server;
        this.port = server.port();
        this.client = ServerClient.console(store(directory));
    }

    /**
     * Starts a server and the day's benches, and makes the day's plan known.
     *
     * @param port the server's; 0 for a free one
     * @param hash makes the hash of a PIN
     */
    public static DemoFloor open(
            Scenario day, Path directory, int port, Function<String, String> hash)
            throws IOException {
        SelfSigned.write(
                certificate(directory), key(directory), List.of("localhost", HOST), Instant.now());
        DemoFloor floor = opened(directory, startServer(directory, port));
        try {
            floor.plan(day, hash);
            for (Station station : day.stations()) {
                floor.openBench(station.code());
            }
            return floor;
        } catch (IOException | RuntimeException e) {
            floor.close();
            throw e;
        }
    }

    private static DemoFloor opened(Path directory, SyncServer server) throws IOException {
        try {
            return new DemoFloor(directory, server);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static Path store(Path directory) {
        return directory.resolve("server");
    }

    /** Makes a day's plan known. */
    public void plan(Scenario day, Function<String, String> hash) throws IOException {
        client().plan(Plan.of(day, operator -> withPin(operator, day.pins(), hash)));
    }

    private static Operator withPin(
            Operator operator, Map<OperatorCode, String> pins, Function<String, String> hash) {
        String pin = pins.get(operator.code());
        return pin == null
                ? operator
                : new Operator(
                        operator.code(),
                        operator.name(),
                        operator.language(),
                        operator.role(),
                        operator.publicName(),
                        hash.apply(pin));
    }

    private void openBench(StationCode code) throws IOException {
        Cable cable = Cable.to(port);
        cables.put(code, cable);
        Path data = directory.resolve(code.value());
        client().enrol(code, StationUse.BENCH, data);
        cores.put(
                code,
                StationCores.open(
                        new StationConfig(
                                code, SITE, data, cable.uri(), new SystemClocks(), true)));
    }

    private static SyncServer startServer(Path directory, int port) {
        ServerConfig.Access usual = ServerConfig.Access.REQUIRED;
        return SyncServer.start(
                new ServerConfig(
                        SITE,
                        HOST,
                        port,
                        store(directory),
                        new SystemClocks(),
                        new ServerConfig.Access(
                                usual.enrolment(),
                                usual.openBoard(),
                                usual.pinDigits(),
                                new ServerConfig.Tls(certificate(directory), key(directory)))));
    }

    private static Path certificate(Path directory) {
        return directory.resolve("certificate.pem");
    }

    private static Path key(Path directory) {
        return directory.resolve("key.pem");
    }

    /** Where the server is. */
    public URI uri() {
        return URI.create("https://" + HOST + ":" + port);
    }

    /** The board is one of the local network. */
    Link boardLink() {
        return new Link(uri(), null, certificate(directory));
    }

    /** Asks the server. */
    public synchronized ServerClient client() {
        return client;
    }

    /** A bench's core. */
    public StationCore core(StationCode code) {
        return Objects.requireNonNull(cores.get(code), code.value());
    }

    Cable cable(StationCode code) {
        return Objects.requireNonNull(cables.get(code), code.value());
    }

    /** Whether what a bench sends now arrives. */
    synchronized boolean reaches(StationCode code) {
        return server != null && !cable(code).isPulled();
    }

    synchronized void stopServer() {
        SyncServer running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    /** With another server begins another console: what the one before opened is refused. */
    synchronized void startServer() throws IOException {
        if (server == null) {
            server = startServer(directory, port);
            client.close();
            client = ServerClient.console(store(directory));
        }
    }

    @Override
    public void close() {
        cores.values().forEach(StationCore::close);
        cables.values().forEach(Cable::close);
        stopServer();
        client().close();
    }
}
