package stint.installer.load;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What browsers do that show the board, without drawing it: each holds the page's stream and reads
 * the count on the first card.
 */
final class WebBoards implements AutoCloseable {

    /** The count of a task, as {@code boardBody.jte} writes it. */
    private static final Pattern COUNT = Pattern.compile("class=\"number\"[^>]*><b>([^<]+)</b>");

    /** As the server asks browsers to wait. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(WebBoards.class);

    private final URI stream;
    private final Arrivals arrivals;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();

    private volatile boolean closing;

    WebBoards(URI server, Arrivals arrivals) {
        stream = server.resolve("/board/live?lang=en&page=1");
        this.arrivals = arrivals;
    }

    /** Opens so many. */
    void open(int count) {
        for (int board = 0; board < count; board++) {
            int number = board;
            var _ = threads.submit(() -> follow(number));
        }
    }

    /** Opens the stream again whenever it ends, as a browser does. */
    private void follow(int board) {
        while (!closing) {
            HttpRequest request =
                    HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build();
            try {
                int status =
                        http.send(request, BodyHandlers.fromLineSubscriber(new Lines(board)))
                                .statusCode();
                LOG.warn("The stream of board {} ended, answered with {}", board, status);
            } catch (IOException e) {
                if (!closing) {
                    LOG.warn("The stream of board {} broke", board, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(RETRY.toNanos());
        }
    }

    @Override
    public void close() {
        closing = true;
        http.shutdownNow();
        threads.close();
    }

    private final class Lines implements Flow.Subscriber<String> {

        private final int board;

        Lines(int board) {
            this.board = board;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            Matcher count = COUNT.matcher(line);
            if (count.find()) {
                arrivals.shows(board, Long.parseLong(count.group(1).replaceAll("\\D", "")));
            }
        }

        @Override
        public void onError(Throwable failure) {
            // Whoever follows the stream hears of it.
        }

        @Override
        public void onComplete() {
            // As above.
        }
    }
}
