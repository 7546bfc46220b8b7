package stint.installer.simulate;

import org.jspecify.annotations.Nullable;

import stint.server.ServerConfig;
import stint.server.SyncServer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The server of a simulated floor: the real one, on loopback, on a directory of its own. One
 * thread.
 */
final class Centre implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final String site;
    private final Path directory;
    private final Machine machine;

    private @Nullable SyncServer server;
    private int port;

    Centre(String site, Path directory, Machine machine) {
        this.site = site;
        this.directory = directory;
        this.machine = machine;
    }

    boolean running() {
        return server != null;
    }

    /**
     * Starts the server; always at the address it had the first time, since benches know it by
     * that.
     */
    void start() {
        if (server == null) {
            server =
                    SyncServer.start(
                            new ServerConfig(
                                    site,
                                    HOST,
                                    port,
                                    store(),
                                    machine.clocks(),
                                    ServerConfig.Access.OPEN));
            port = server.port();
        }
    }

    /** Does now what a running server does every few minutes, which is real time and not ours. */
    void look() {
        if (server != null) {
            server.closeIdleSessions().join();
        }
    }

    URI uri() {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** Stops the server for as long as its files are copied, unless it is stopped anyway. */
    void backup() throws IOException {
        whileStopped(() -> {
            Directories.delete(backups());
            Directories.copy(store(), backups());
        });
    }

    /** Puts the server back to the last backup. */
    void restore() throws IOException {
        whileStopped(() -> {
            Directories.delete(store());
            Directories.copy(backups(), store());
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private void whileStopped(Work work) throws IOException {
        boolean ran = running();
        close();
        work.run();
        if (ran) {
            start();
        }
    }

    private Path store() {
        return directory.resolve("store");
    }

    private Path backups() {
        return directory.resolve("backup");
    }

    @Override
    public void close() {
        SyncServer open = server;
        server = null;
        if (open != null) {
            open.close();
        }
    }
}
