package stint.installer.scenario;

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
            Set.of("tasks", "serials", "exceptions", "converged", "note");
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
                    "note");
    private static final Set<String> SESSION_KEYS =
            Set.of("operator", "status", "qty", "scrap", "pauseMinutes", "station", "from", "note");
    private static final Set<String> PIECE_KEYS =
            Set.of("task", "operator", "from", "to", "minutes", "grade", "station", "note");
    private static final Set<String> EXCEPTION_KEYS =
            Set.of("type", "task", "serial", "operator", "station", "note");

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
        Node serials = node.find("serials");
        if (serials != null) {
            for (String serial : serials.keys()) {
                check(serials.get(serial).items(), PIECE_KEYS);
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

    private static void check(List<Node> items, Set<String> keys) throws ScenarioException {
        for (Node item : items) {
            item.only(keys);
        }
    }
}
