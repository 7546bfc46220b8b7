package stint.installer.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network cable between a bench and the server, that the demo may pull: a relay on loopback.
 * Pulled, it drops what runs through it and takes no more. Any thread.
 */
final class Cable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cable.class);

    private final ServerSocket bench;
    private final int serverPort;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    private Cable(ServerSocket bench, int serverPort) {
        this.bench = bench;
        this.serverPort = serverPort;
    }

    static Cable to(int serverPort) throws IOException {
        var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Cable cable = new Cable(socket, serverPort);
        Thread.ofVirtual().name("cable").start(cable::accept);
        return cable;
    }

    /** Where the bench finds the server, through this cable. */
    URI uri() {
        return URI.create("https://127.0.0.1:" + bench.getLocalPort());
    }

    void pull() {
        pulled = true;
        dropAll();
    }

    boolean isPulled() {
        return pulled;
    }

    void plug() {
        pulled = false;
    }

    private void accept() {
        while (!bench.isClosed()) {
            try {
                connect(bench.accept());
            } catch (IOException e) {
                LOG.debug("the cable's end: {}", e.toString());
            }
        }
    }

    private void connect(Socket fromBench) throws IOException {
        if (pulled) {
            fromBench.close();
            return;
        }
        open.add(fromBench);
        try {
            Socket toServer = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            open.add(toServer);
            Thread.ofVirtual().start(() -> pump(fromBench, toServer));
            Thread.ofVirtual().start(() -> pump(toServer, fromBench));
        } catch (IOException e) {
            drop(fromBench);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            LOG.debug("a connection was dropped: {}", e.toString());
        } finally {
            drop(from);
            drop(to);
        }
    }

    private void drop(Closeable socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection did not close: {}", e.toString());
        }
    }

    private void dropAll() {
        open.forEach(this::drop);
    }

    @Override
    public void close() {
        drop(bench);
        dropAll();
    }
}
