package stint.server;

import stint.credential.Pins;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.protocol.ConsentRequest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A floor with some of everything that pages show: both lines, two areas, people with and without
 * consent, a product with a GTIN, work of a day, and what went wrong on it.
 */
final class WebFloor {

    static final String PIN = "274951";
    static final String SUPERVISOR = "Nok";
    static final String EVENING = "JT251104001";
    static final String TOTE = "JT251104002";
    static final String KEYS = "JT251104003";
    static final String GTIN = "09506000134352";

    /** The bag whose every step is done. */
    static final Serial BAG = new Serial("EB-0001");

    /** A tote of the wholesale order. */
    static final Serial WHOLESALE = new Serial("WT-0001");

    private final TestServer server;
    private final Map<String, TestBench> benches = new LinkedHashMap<>();
    private final Map<String, SigningStation> stations = new LinkedHashMap<>();
    private final Map<String, Integer> pushed = new LinkedHashMap<>();

    WebFloor(TestServer server) {
        this.server = server;
    }

    /** Plans all, enrols the benches, and lets the day happen. */
    WebFloor day() throws Exception {
        plan();
        for (String code : List.of("BENCH-1", "BENCH-2", "BENCH-3", "BENCH-4")) {
            stations.put(code, new SigningStation(server, code).enrolled("bench"));
            benches.put(code, new TestBench(code));
            pushed.put(code, 0);
        }
        consent("An", "อันนา ช่างเย็บ");
        work();
        push();
        return this;
    }

    private void plan() throws Exception {
        List<PlanFact> facts = new ArrayList<>();
        facts.add(person("Nok", "Nok Srisai", Role.SUPERVISOR));
        facts.add(person("An", "อันนา สุขใจ", Role.OPERATOR));
        facts.add(person("Chai", "Chai Wongsa", Role.OPERATOR));
        facts.add(person("Dana", "דנה לוי", Role.OPERATOR));
        facts.add(person("Ivan", "Иван Петров", Role.OPERATOR));
        facts.add(station("BENCH-1", "Leather"));
        facts.add(station("BENCH-2", "Leather"));
        facts.add(station("BENCH-3", "Assembly"));
        facts.add(station("BENCH-4", "Assembly"));
        facts.add(
                new PlanFact.ReasonDefined(
                        new Reason(
                                "stitch",
                                Reason.Kind.SCRAP,
                                Map.of("en", "Crooked stitch", "th", "ฝีเข็มเบี้ยว"))));
        facts.add(
                new PlanFact.ProductDefined(
                        new Product(
                                "EVENING",
                                "Evening bag “Ratri”",
                                GTIN,
                                null,
                                null,
                                "Maison Chiang Mai")));
        facts.add(
                new PlanFact.ProductDefined(
                        new Product("TOTE", "Market tote", null, null, null, "Maison Chiang Mai")));
        facts.add(
                job(
                        EVENING,
                        "Evening bag",
                        Line.ATELIER,
                        3,
                        LocalDate.now().plusDays(1),
                        "EVENING",
                        serials("EB", 3),
                        "Cutting",
                        "Sewing",
                        "Finishing"));
        facts.add(
                job(
                        TOTE,
                        "Wholesale tote",
                        Line.OEM,
                        200,
                        LocalDate.now().minusDays(2),
                        "TOTE",
                        serials("WT", 200),
                        "Cutting",
                        "Assembly"));
        facts.add(
                job(
                        KEYS,
                        "Key case",
                        Line.OEM,
                        100,
                        LocalDate.now(),
                        null,
                        List.of(),
                        "Edge paint"));
        for (int number = 4; number <= 8; number++) {
            facts.add(
                    job(
                            "JT25110400" + number,
                            List.of("กระเป๋าใส่บัตร", "ארנק כרטיסים", "Кошелёк", "Belt", "Strap")
                                    .get(number - 4),
                            number % 2 == 0 ? Line.ATELIER : Line.OEM,
                            40,
                            LocalDate.now().plusDays(number),
                            null,
                            List.of(),
                            "Sewing",
                            "Packing"));
        }
        post(facts);
    }

    void post(List<PlanFact> facts) throws Exception {
        HttpResponse<byte[]> response =
                server.as(server.console(), "POST", "/api/v1/plan", EventCodec.encodePlan(facts));
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    void consent(String operator, String name) throws Exception {
        server.office("POST", "/api/v1/people/" + operator + "/consent", new ConsentRequest(name));
    }

    void withdraw(String operator) throws Exception {
        server.as(
                server.console(),
                "POST",
                "/api/v1/people/" + operator + "/consent/withdraw",
                WireJson.write(Map.of()));
    }

    private static PlanFact person(String code, String name, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(
                        new OperatorCode(code),
                        name,
                        "th",
                        role,
                        null,
                        role == Role.OPERATOR ? null : Pins.hash(PIN.toCharArray())));
    }

    private static PlanFact station(String code, String area) {
        return new PlanFact.StationRegistered(
                new Station(new StationCode(code), SecondStartPolicy.SWITCH).in(area));
    }

    private static List<Serial> serials(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Serial("%s-%04d".formatted(prefix, number)))
                .toList();
    }

    static PlanFact job(
            String ticket,
            String name,
            Line line,
            int target,
            LocalDate due,
            String product,
            List<Serial> serials,
            String... steps) {
        return new PlanFact.JobReleased(
                new Job(
                        ticket,
                        name,
                        line,
                        target,
                        Job.TOLERANCE_DEFAULT,
                        IntStream.range(0, steps.length)
                                .mapToObj(index ->
                                        new Task(
                                                new TaskId(ticket, index + 1),
                                                steps[index],
                                                serials.isEmpty() || line == Line.OEM
                                                        ? ProcessMode.BATCH
                                                        : ProcessMode.PIECE))
                                .toList(),
                        IntStream.range(1, steps.length)
                                .mapToObj(number -> new Job.Edge(number, number + 1))
                                .toList(),
                        serials,
                        line == Line.OEM ? "MO-" + ticket.substring(2) : null,
                        due,
                        product));
    }

    private void work() {
        bag(EVENING, 1, "BENCH-1", "An", 200, "EB-0001", "EB-0002", "EB-0003");
        bag(EVENING, 2, "BENCH-1", "An", 120, "EB-0001", "EB-0002");
        bag(EVENING, 3, "BENCH-2", "Chai", 60, "EB-0001");
        start(TOTE, 1, "BENCH-3", "Dana", 190);
        made(TOTE, 1, "BENCH-3", "Dana", 150, 120);
        start(TOTE, 2, "BENCH-4", "Ivan", 100);
        made(TOTE, 2, "BENCH-4", "Ivan", 40, 61);
        record(
                "BENCH-4",
                "Ivan",
                30,
                new WorkFact.Scrapped(new TaskId(TOTE, 2), null, 2, List.of(), "stitch"));
        start(KEYS, 1, "BENCH-2", "Chai", 30);
        made(KEYS, 1, "BENCH-2", "Chai", 20, 112);
    }

    /** An artisan makes bags one after another, the first begun so many minutes ago. */
    private void bag(
            String ticket, int task, String bench, String operator, int ago, String... serials) {
        start(ticket, task, bench, operator, ago);
        int each = 24 / serials.length;
        for (int index = 0; index < serials.length; index++) {
            record(
                    bench,
                    operator,
                    ago - (index + 1) * each,
                    new WorkFact.Completed(
                            new TaskId(ticket, task),
                            null,
                            1,
                            List.of(new Serial(serials[index])),
                            null));
        }
    }

    void start(String ticket, int task, String bench, String operator, int ago) {
        record(
                bench,
                operator,
                ago,
                new WorkFact.Started(
                        new TaskId(ticket, task),
                        null,
                        SecondStart.SWITCH,
                        List.<EventId>of(),
                        null,
                        null));
    }

    void made(String ticket, int task, String bench, String operator, int ago, int quantity) {
        record(
                bench,
                operator,
                ago,
                new WorkFact.Completed(new TaskId(ticket, task), null, quantity, List.of(), null));
    }

    void record(String bench, String operator, int minutesAgo, Fact fact) {
        benches.get(bench).ago(Duration.ofMinutes(minutesAgo)).record(operator, fact);
    }

    /** Everything recorded reaches the server. */
    void push() throws Exception {
        for (Map.Entry<String, TestBench> bench : benches.entrySet()) {
            int done = pushed.get(bench.getKey());
            int all = bench.getValue().size();
            if (all > done) {
                HttpResponse<byte[]> response =
                        stations.get(bench.getKey()).push(bench.getValue().batch(done + 1, all));
                if (response.statusCode() != 200) {
                    throw new AssertionError(
                            new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
                }
                pushed.put(bench.getKey(), all);
            }
        }
    }

    /** How many events a bench has recorded; the newest is that of this number. */
    int size(String bench) {
        return benches.get(bench).size();
    }
}
