package stint.installer.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Others who watch the floor meanwhile: many who hold live streams, and one who asks for the board.
 */
final class Watchers implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int WARM_UP = 50;
    private static final String NEWS = "event";

    private final URI server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
    // The board is not one of them: what it waits for is the server, and not its neighbours here.
    private final ExecutorService board = Executors.newSingleThreadExecutor();
    private final HttpClient boardHttp = HttpClient.newHttpClient();
    private final LongAdder news = new LongAdder();
    private final List<CompletableFuture<HttpResponse<Void>>> streams = new ArrayList<>();
    private volatile boolean asking = true;

    Watchers(URI server) {
        this.server = server;
    }

    /** Opens live streams and waits until each is answered. */
    void watch(int count) {
        List<CompletableFuture<Void>> answered = new ArrayList<>();
        for (int stream = 0; stream < count; stream++) {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve("/api/v1/live"))
                            .header("Accept", "text/event-stream")
                            .build();
            streams.add(
                    http.sendAsync(
                            request,
                            head -> {
                                answer.complete(null);
                                return BodyHandlers.fromLineSubscriber(new Lines()).apply(head);
                            }));
            answered.add(answer);
        }
        for (int stream = 0; stream < count; stream++) {
            // What can't be opened is over before it is answered.
            CompletableFuture.anyOf(answered.get(stream), streams.get(stream)).join();
        }
    }

    /** Asks for the board as often as a server of this morning has been asked long ago. */
    void warmUp() throws IOException, InterruptedException {
        for (int time = 0; time < WARM_UP; time++) {
            askOnce();
        }
    }

    /** Asks for the board until told to stop; what each answer took, in nanoseconds. */
    Future<List<Long>> askForTheBoard() {
        return board.submit(() -> {
            List<Long> took = new ArrayList<>();
            while (asking) {
                took.add(askOnce());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return took;
        });
    }

    private long askOnce() throws IOException, InterruptedException {
        long asked = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/board")).build();
        int status = boardHttp.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("the board is answered with " + status);
        }
        return System.nanoTime() - asked;
    }

    void stopAsking() {
        asking = false;
    }

    /** How many streams have ended. */
    long broken() {
        return streams.stream().filter(CompletableFuture::isDone).count();
    }

    /** How many pokes all streams had. */
    long news() {
        return news.sum();
    }

    @Override
    public void close() {
        asking = false;
        http.shutdownNow();
        boardHttp.shutdownNow();
        board.close();
        threads.close();
    }

    private final class Lines implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith(NEWS)) {
                news.increment();
            }
        }

        @Override
        public void onError(Throwable failure) {
            // Counted with the stream's end.
        }

        @Override
        public void onComplete() {
            // Counted with the stream's end.
        }
    }
}
