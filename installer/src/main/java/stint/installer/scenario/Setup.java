package stint.installer.scenario;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a scenario's {@code setup}: who and what is there. */
final class Setup {

    private static final Set<String> KEYS =
            Set.of("operators", "stations", "jobs", "reasons", "note");
    private static final Set<String> OPERATOR_KEYS =
            Set.of("code", "name", "language", "publicName", "role", "pin", "note");
    private static final Set<String> STATION_KEYS = Set.of("code", "secondStart", "note");
    private static final Set<String> REASON_KEYS = Set.of("code", "kind", "labels", "note");
    private static final Set<String> JOB_KEYS =
            Set.of(
                    "ticket",
                    "name",
                    "line",
                    "target",
                    "tolerance",
                    "mode",
                    "tasks",
                    "edges",
                    "order",
                    "due",
                    "note");
    private static final Set<String> TASK_KEYS = Set.of("name", "mode", "note");

    private Setup() {}

    static Names names(Node setup) throws ScenarioException {
        setup.only(KEYS);
        return new Names(
                setup.list("operators", Setup::operator),
                setup.list("stations", Setup::station),
                setup.list("jobs", Setup::job));
    }

    static Map<OperatorCode, String> pins(Node setup) throws ScenarioException {
        Map<OperatorCode, String> pins = new HashMap<>();
        for (Node node : setup.items("operators")) {
            Node pin = node.find("pin");
            if (pin != null) {
                pins.put(node.get("code").parsed(OperatorCode::new), pin.text());
            }
        }
        return pins;
    }

    static Reason reason(Node node) throws ScenarioException {
        node.only(REASON_KEYS);
        Map<String, String> labels = new HashMap<>();
        Node texts = node.find("labels");
        if (texts != null) {
            for (String language : texts.keys()) {
                labels.put(language, texts.get(language).text());
            }
        }
        return new Reason(
                node.get("code").text(), choice(node.get("kind"), Reason.Kind.class), labels);
    }

    private static Operator operator(Node node) throws ScenarioException {
        node.only(OPERATOR_KEYS);
        OperatorCode code = node.get("code").parsed(OperatorCode::new);
        return new Operator(
                code,
                or(node.find("name", Node::text), code.value()),
                or(node.find("language", Node::text), "en"),
                or(node.find("role", role -> choice(role, Role.class)), Role.OPERATOR),
                node.find("publicName", Node::text),
                null);
    }

    private static Station station(Node node) throws ScenarioException {
        node.only(STATION_KEYS);
        return new Station(
                node.get("code").parsed(StationCode::new),
                or(
                        node.find("secondStart", policy -> choice(policy, SecondStartPolicy.class)),
                        SecondStartPolicy.SWITCH));
    }

    private static Job job(Node node) throws ScenarioException {
        node.only(JOB_KEYS);
        String ticket = node.get("ticket").text();
        int target = Math.clamp(node.get("target").wholeNumber(), -1, Integer.MAX_VALUE);
        ProcessMode mode = or(node.find("mode", Setup::mode), ProcessMode.BATCH);
        List<Task> tasks = tasks(node, ticket, mode);
        boolean byPiece =
                mode == ProcessMode.PIECE
                        || tasks.stream().anyMatch(task -> task.mode() == ProcessMode.PIECE);
        try {
            return new Job(
                    ticket,
                    or(node.find("name", Node::text), ticket),
                    choice(node.get("line"), Line.class),
                    target,
                    or(node.find("tolerance", Setup::basisPoints), Job.TOLERANCE_DEFAULT),
                    tasks,
                    edges(node, tasks),
                    byPiece ? serials(target) : List.of(),
                    node.find("order", Node::text),
                    node.find("due", due -> due.parsed(LocalDate::parse)));
        } catch (IllegalArgumentException e) {
            throw node.problem(String.valueOf(e.getMessage()));
        }
    }

    private static List<Task> tasks(Node job, String ticket, ProcessMode ofJob)
            throws ScenarioException {
        List<Task> tasks = new ArrayList<>();
        for (Node node : job.get("tasks").items()) {
            node.only(TASK_KEYS);
            ProcessMode mode = or(node.find("mode", Setup::mode), ofJob);
            tasks.add(
                    new Task(new TaskId(ticket, tasks.size() + 1), node.get("name").text(), mode));
        }
        return tasks;
    }

    /** Tasks follow one another unless the job draws its own edges. */
    private static List<Job.Edge> edges(Node job, List<Task> tasks) throws ScenarioException {
        if (job.find("edges") == null) {
            return IntStream.range(1, tasks.size()).mapToObj(n -> new Job.Edge(n, n + 1)).toList();
        }
        List<Job.Edge> edges = new ArrayList<>();
        for (Node node : job.items("edges")) {
            List<Node> ends = node.items();
            if (ends.size() != 2) {
                throw node.problem("an edge has two ends, as [\"Cut\", \"Sew\"]");
            }
            edges.add(new Job.Edge(sequence(ends.get(0), tasks), sequence(ends.get(1), tasks)));
        }
        return edges;
    }

    private static int sequence(Node name, List<Task> tasks) throws ScenarioException {
        String text = name.text();
        for (Task task : tasks) {
            if (task.name().equals(text)) {
                return task.id().sequence();
            }
        }
        throw name.problem("the job has no task \"" + text + "\"");
    }

    private static List<Serial> serials(int target) {
        return IntStream.rangeClosed(1, target)
                .mapToObj(n -> new Serial(String.format(Locale.ROOT, "SN%03d", n)))
                .toList();
    }

    /** 0.05 and 5 both mean 5 %: below 1 a fraction, from 1 a percentage. */
    private static int basisPoints(Node node) throws ScenarioException {
        double number = node.number();
        if (number < 0 || number > 100) {
            throw node.problem("a tolerance is a fraction below 1, or 1 to 100 percent");
        }
        return (int) Math.round(number < 1 ? number * 10_000 : number * 100);
    }

    private static ProcessMode mode(Node node) throws ScenarioException {
        return choice(node, ProcessMode.class);
    }

    /** Reads one of an enum's names, in any case. */
    static <E extends Enum<E>> E choice(Node node, Class<E> type) throws ScenarioException {
        String text = node.text();
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
            names.add(constant.name());
        }
        throw node.problem("must be one of " + String.join(", ", names) + ", not \"" + text + "\"");
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
