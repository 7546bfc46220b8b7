package stint.installer.scenario;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be true, as the file says it: only what is named is compared. Its keys are checked when
 * it is read, its values are texts, whole numbers, decimals, truth values, lists and objects.
 *
 * @param tree the object under {@code expect}
 */
public record Expectation(Map<String, Object> tree) {

    private static final Set<String> KEYS =
            Set.of(
                    "tasks",
                    "serials",
                    "histories",
                    "operators",
                    "exceptions",
                    "events",
                    "epochs",
                    "converged",
                    "note");
    private static final Set<String> TASK_KEYS =
            Set.of(
                    "status",
                    "good",
                    "scrap",
                    "progress",
                    "active",
                    "paused",
                    "target",
                    "cancelled",
                    "sessions",
                    "atWork",
                    "ready",
                    "unheard",
                    "note");
    private static final Set<String> SESSION_KEYS =
            Set.of(
                    "task",
                    "operator",
                    "status",
                    "qty",
                    "scrap",
                    "pauseMinutes",
                    "elapsedMinutes",
                    "allocatedMinutes",
                    "station",
                    "from",
                    "to",
                    "cause",
                    "reason",
                    "note");
    private static final Set<String> PIECE_KEYS =
            Set.of("task", "operator", "from", "to", "minutes", "grade", "station", "note");
    private static final Set<String> OPERATOR_KEYS = Set.of("current", "sessions", "note");
    private static final Set<String> EVENT_KEYS = Set.of("qty", "voided", "note");
    private static final Set<String> EXCEPTION_KEYS =
            Set.of(
                    "type",
                    "task",
                    "serial",
                    "operator",
                    "station",
                    "rule",
                    "claims",
                    "acknowledgedBy",
                    "remark",
                    "note");

    /**
     * Copies the tree's first level; the reader made the levels below, and nobody else has them.
     */
    public Expectation {
        tree = Map.copyOf(tree);
    }

    static Expectation read(Node node, Names names) throws ScenarioException {
        node.only(KEYS);
        Node tasks = node.find("tasks");
        if (tasks != null) {
            for (String task : tasks.keys()) {
                Node expected = tasks.get(task);
                names.task(expected, task);
                expected.only(TASK_KEYS);
                check(expected.items("sessions"), SESSION_KEYS);
            }
        }
        checkLists(node.find("serials"), PIECE_KEYS);
        checkLists(node.find("histories"), PIECE_KEYS);
        Node operators = node.find("operators");
        if (operators != null) {
            for (String operator : operators.keys()) {
                Node expected = operators.get(operator).only(OPERATOR_KEYS);
                check(expected.items("sessions"), SESSION_KEYS);
            }
        }
        Node events = node.find("events");
        if (events != null) {
            for (String step : events.keys()) {
                events.get(step).only(EVENT_KEYS);
            }
        }
        check(node.items("exceptions"), EXCEPTION_KEYS);
        for (Node exception : node.items("exceptions")) {
            exception.get("type").text();
        }
        return new Expectation(tree(node));
    }

    @SuppressWarnings("unchecked") // the library unwraps an object to a map with texts as keys
    private static Map<String, Object> tree(Node node) {
        return (Map<String, Object>) node.value().unwrapped();
    }

    private static void checkLists(@Nullable Node lists, Set<String> keys)
            throws ScenarioException {
        if (lists != null) {
            for (String name : lists.keys()) {
                check(lists.get(name).items(), keys);
            }
        }
    }

    private static void check(List<Node> items, Set<String> keys) throws ScenarioException {
        for (Node item : items) {
            item.only(keys);
        }
    }
}
