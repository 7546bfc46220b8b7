package stint.installer.load;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.StationUse;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.installer.ServerClient;
import stint.installer.bench.Sample;
import stint.server.trace.SerialCodes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long a customer waits for the page of a piece, on a server that knows many: handmade ones,
 * whose pages tell the most (TR-1).
 */
final class CustomerPages {

    private static final StationCode BENCH = new StationCode("BENCH-1");
    private static final OperatorCode ARTISAN = new OperatorCode("1001");
    private static final List<String> STEPS = List.of("Cutting", "Sewing", "Finishing");

    /** Jobs in one plan: far less than a body may be. */
    private static final int AT_ONCE = 200;

    /** A year of pieces wants more than a small server has. */
    private static final String MEMORY = "-Xmx1g";

    private static final int WARM_UP = 4;

    private final PagesOrder order;
    private final URI server;
    private final SerialCodes codes;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(20_251_030);

    private CustomerPages(PagesOrder order, URI server, SerialCodes codes) {
        this.order = order;
        this.server = server;
        this.codes = codes;
    }

    /** Measures on a server of its own. */
    static PagesReport.Customers measure(PagesOrder order, Path directory, String site)
            throws IOException, InterruptedException {
        Path store = directory.resolve("server");
        try (ServerUnderLoad server = ServerUnderLoad.start(store, null, MEMORY);
                ServerClient office = server.console()) {
            make(order, office, directory.resolve("bench"), site);
            server.settle(); // No customer asks in the second in which a year is pushed.
            CustomerPages pages = new CustomerPages(order, server.uri(), server.serialCodes());
            try (HttpClient _ = pages.http) {
                URI nothing = server.uri().resolve("/health/live");
                pages.timed(Math.max(1, order.asks() / WARM_UP), () -> nothing);
                Sample floor = pages.timed(order.asks(), () -> nothing);
                pages.timed(Math.max(1, order.asks() / WARM_UP), pages::anyPiece);
                return new PagesReport.Customers(
                        floor, pages.timed(order.asks(), pages::anyPiece), server.memoryPeak());
            }
        }
    }

    /** The whole year, job after job, by one artisan. */
    private static void make(PagesOrder order, ServerClient office, Path data, String site)
            throws IOException {
        office.plan(
                List.of(
                        new PlanFact.OperatorRegistered(
                                new Operator(ARTISAN, "Nam", "en", Role.OPERATOR, null, null)),
                        new PlanFact.StationRegistered(
                                new Station(BENCH, SecondStartPolicy.SWITCH))));
        try (LoadBench bench =
                new LoadBench(
                        BENCH,
                        site,
                        data,
                        office.enrol(BENCH, StationUse.BENCH, data),
                        new Traffic())) {
            for (int first = 0; first < order.jobs(); first += AT_ONCE) {
                int last = Math.min(order.jobs(), first + AT_ONCE);
                office.plan(IntStream.range(first, last).mapToObj(CustomerPages::job).toList());
                bench.fetch();
                for (int job = first; job < last; job++) {
                    for (int step = 1; step <= STEPS.size(); step++) {
                        TaskId task = new TaskId(ticket(job), step);
                        bench.tap(new Command.Start(ARTISAN, task, null, null, null));
                        bench.tap(
                                new Command.Complete(
                                        ARTISAN, task, PagesOrder.PIECES_EACH, List.of(), null));
                    }
                }
                bench.send();
            }
        }
    }

    private static String ticket(int job) {
        return "JT%06d".formatted(job);
    }

    private static Serial serial(int piece) {
        return new Serial("P%08d".formatted(piece));
    }

    private static PlanFact job(int number) {
        String ticket = ticket(number);
        int first = number * PagesOrder.PIECES_EACH;
        return new PlanFact.JobReleased(
                new Job(
                        ticket,
                        "Evening bag",
                        Line.ATELIER,
                        PagesOrder.PIECES_EACH,
                        0,
                        IntStream.range(0, STEPS.size())
                                .mapToObj(step ->
                                        new Task(
                                                new TaskId(ticket, step + 1),
                                                STEPS.get(step),
                                                ProcessMode.BATCH))
                                .toList(),
                        IntStream.range(1, STEPS.size())
                                .mapToObj(step -> new Job.Edge(step, step + 1))
                                .toList(),
                        IntStream.range(first, first + PagesOrder.PIECES_EACH)
                                .mapToObj(CustomerPages::serial)
                                .toList(),
                        null,
                        null));
    }

    private URI anyPiece() {
        Serial serial = serial(random.nextInt(order.pieces()));
        return server.resolve("/s/" + serial + "?lang=en&c=" + codes.code(serial));
    }

    /** What is asked for next. */
    @FunctionalInterface
    private interface Question {

        URI next();
    }

    private Sample timed(int times, Question question) throws IOException, InterruptedException {
        List<Long> took = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            URI address = question.next();
            HttpRequest request =
                    HttpRequest.newBuilder(address).header("Accept", "text/html, */*").build();
            long asked = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            took.add(System.nanoTime() - asked);
            if (answer.statusCode() != 200) {
                throw new IOException(address + " is answered with " + answer.statusCode());
            }
        }
        return Sample.ofNanos(took);
    }
}
