package stint.installer.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;

/** Others who watch the floor meanwhile: they hold live streams. */
final class Watchers implements AutoCloseable {

    private static final String NEWS = "event";

    private final URI server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
    private final LongAdder news = new LongAdder();
    private final List<CompletableFuture<HttpResponse<Void>>> streams = new ArrayList<>();

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
        http.shutdownNow();
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
