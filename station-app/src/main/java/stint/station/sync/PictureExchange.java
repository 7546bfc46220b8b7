package stint.station.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.sop.PictureName;
import stint.domain.sop.SopBook;
import stint.domain.sop.Step;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sends photos to the server and fetches the pictures of steps, on a thread of its own, so that no
 * tap waits behind a large picture. What fails is tried again after the next round of sync.
 */
final class PictureExchange implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PictureExchange.class);

    private static final int NOT_FOUND = 404;

    private final SyncClient client;
    private final PictureFolder folder;
    private final Supplier<SopBook> book;
    private final Supplier<Optional<String>> generation;
    private final ExecutorService thread;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Set<String> missing = new TreeSet<>();
    private boolean failing;

    /**
     * @param book the SOPs that this bench knows
     * @param generation the life of the server's store that it follows
     */
    PictureExchange(
            SyncClient client,
            PictureFolder folder,
            Supplier<SopBook> book,
            Supplier<Optional<String>> generation,
            String name) {
        this.client = client;
        this.folder = folder;
        this.book = book;
        this.generation = generation;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("pictures-" + name).factory());
    }

    /** The server is there: whatever there is to exchange may go its way. Never waits. */
    void look() {
        if (looking.compareAndSet(false, true)) {
            try {
                thread.execute(this::exchanged);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed meanwhile; it goes on at the next start");
            }
        }
    }

    private void exchanged() {
        try {
            generation.get().ifPresent(this::exchange);
        } catch (RuntimeException e) {
            LOG.error("pictures can't be exchanged; it will be tried again", e);
        } finally {
            looking.set(false);
        }
    }

    /** The one does not wait for the other: a photo that is refused keeps no picture away. */
    private void exchange(String life) {
        boolean sent = done("photos can't be sent", () -> send(life));
        boolean fetched = done("pictures of steps can't be fetched", this::fetch);
        failing = !sent || !fetched;
    }

    private interface Part {

        void run() throws IOException;
    }

    /** One line when it breaks: a week with a server that takes none fills no disk. */
    private boolean done(String otherwise, Part part) {
        try {
            part.run();
            return true;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("{}; tried again after each round: {}", otherwise, e.toString());
            }
            return false;
        }
    }

    private void send(String life) throws IOException {
        folder.takeBack(life);
        for (String photo : folder.unsent()) {
            client.keepPicture(photo, folder.readUnsent(photo));
            folder.sent(photo, life);
        }
    }

    private void fetch() throws IOException {
        for (String picture : wanted()) {
            fetch(picture);
        }
    }

    private void fetch(String name) throws IOException {
        try {
            byte[] picture = client.picture(name);
            if (!PictureName.of(picture).equals(Optional.of(name))) {
                throw new IOException("the picture " + name + " came with other contents");
            }
            folder.put(name, picture);
        } catch (SyncClient.RefusedException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            if (missing.add(name)) {
                LOG.warn("the server does not have the picture {} of a step", name);
            }
        }
    }

    private Set<String> wanted() {
        return book.get().present().stream()
                .flatMap(line -> line.versions().stream())
                .flatMap(version -> version.sop().steps().stream())
                .map(Step::picture)
                .filter(Objects::nonNull)
                .filter(name -> PictureName.isOne(name) && !folder.has(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
