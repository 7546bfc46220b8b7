package stint.installer.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What browsers do that show the board, without drawing it: each holds the page's stream and reads
 * the count on the first card.
 */
final class WebBoards implements AutoCloseable {

    /** The count of a task, as {@code boardBody.jte} writes it. */
    private static final Pattern COUNT = Pattern.compile("class=\"number\"[^>]*><b>([^<]+)</b>");

    private final URI stream;
    private final Arrivals arrivals;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();

    WebBoards(URI server, Arrivals arrivals) {
        stream = server.resolve("/board/live?lang=en&page=1");
        this.arrivals = arrivals;
    }

    /** Opens so many. */
    void open(int count) {
        for (int board = 0; board < count; board++) {
            HttpRequest request =
                    HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build();
            var _ = http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines(board)));
        }
    }

    @Override
    public void close() {
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
            // A board that shows nothing more is missed by the next tap.
        }

        @Override
        public void onComplete() {
            // As above.
        }
    }
}
