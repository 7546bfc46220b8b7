package stint.installer.scenario;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Approval;
import stint.domain.event.OperatorCode;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a scenario's {@code steps}: what happens, in order. */
final class Steps {

    private static final Set<String> HEAD_KEYS =
            Set.of("at", "do", "id", "refused", "allowed", "note");
    private static final int TAPS_MAX = 10;

    private final Names names;
    private final FloorTime time;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Steps(Names names, FloorTime time) {
        this.names = names;
        this.time = time;
    }

    List<Step> read(List<Node> nodes) throws ScenarioException {
        for (Node node : nodes) {
            steps.add(step(node));
        }
        return steps;
    }

    private Step step(Node node) throws ScenarioException {
        Step.Head head = head(node);
        return switch (head.word()) {
            case "start" -> start(node, head);
            case "resume" -> resume(node, head);
            case "hold" -> hold(node, head);
            case "complete", "qc_pass", "fail" -> count(node, head);
            case "end_session" -> {
                known(node, "station", "operator", "task", "reason");
                yield work(node, head, new Command.EndSession(operator(node), task(node)));
            }
            case "end_shift" -> {
                known(node, "station", "operator");
                yield work(node, head, new Command.EndShift(operator(node)));
            }
            case "send_back" -> sendBack(node, head);
            case "void", "correct", "reopen", "acknowledge" -> later(node, head);
            case "cancel" -> {
                known(node, "operator", "task", "station", "reason");
                yield new Step.Cancel(head, operator(node), task(node));
            }
            case "offline", "online" -> {
                known(node, "station");
                yield new Step.Link(head, station(node), head.word().equals("online"));
            }
            case "crash" -> {
                known(node, "station");
                yield new Step.Crash(head, station(node));
            }
            case "reboot" -> {
                known(node, "station");
                yield new Step.Reboot(head, station(node));
            }
            case "clock" -> {
                known(node, "station", "by");
                yield new Step.ClockJump(
                        head, station(node), node.get("by").parsed(FloorTime::jump));
            }
            case "server_stop" -> server(node, head, Step.Server.Action.STOP);
            case "server_start" -> server(node, head, Step.Server.Action.START);
            case "backup" -> server(node, head, Step.Server.Action.BACKUP);
            case "restore" -> server(node, head, Step.Server.Action.RESTORE);
            case "expect" -> {
                known(node, "station", "expect");
                yield new Step.Check(
                        head,
                        node.find("station", names::station),
                        Expectation.read(node.get("expect"), names));
            }
            default ->
                    throw node.get("do")
                            .problem("nothing called \"" + head.word() + "\" can be done");
        };
    }

    private Step.Head head(Node node) throws ScenarioException {
        Instant at = node.get("at").parsed(time::at);
        if (!steps.isEmpty() && at.isBefore(steps.getLast().head().at())) {
            throw node.get("at").problem("is earlier than the step before it");
        }
        String id = node.find("id", Node::text);
        if (id != null && !ids.add(id)) {
            throw node.get("id").problem("\"" + id + "\" is used twice");
        }
        Long allowed = node.find("allowed", Node::wholeNumber);
        return new Step.Head(
                steps.size(),
                node.value().origin().lineNumber(),
                at,
                node.get("do").text(),
                id,
                node.find("refused", refused -> Setup.choice(refused, Refusal.class)),
                allowed == null ? -1 : allowed);
    }

    private Step start(Node node, Step.Head head) throws ScenarioException {
        known(
                node,
                "station",
                "operator",
                "task",
                "reason",
                "choice",
                "piece",
                "approvedBy",
                "taps");
        return work(
                node,
                head,
                new Command.Start(
                        operator(node),
                        task(node),
                        second(node),
                        node.find("piece", piece -> piece.parsed(Serial::new)),
                        approval(node)));
    }

    private Step resume(Node node, Step.Head head) throws ScenarioException {
        known(node, "station", "operator", "task", "reason", "choice", "approvedBy");
        return work(
                node,
                head,
                new Command.Resume(operator(node), task(node), second(node), approval(node)));
    }

    private Step hold(Node node, Step.Head head) throws ScenarioException {
        known(node, "station", "operator", "task", "reason");
        return work(
                node,
                head,
                new Command.Hold(operator(node), task(node), node.find("reason", Node::text)));
    }

    private Step count(Node node, Step.Head head) throws ScenarioException {
        known(
                node,
                "station",
                "operator",
                "task",
                "qty",
                "serials",
                "reason",
                "approvedBy",
                "taps");
        List<Serial> serials = node.list("serials", serial -> serial.parsed(Serial::new));
        Long given = node.find("qty", Node::wholeNumber);
        if (given == null && serials.isEmpty()) {
            throw node.problem("needs \"qty\" or \"serials\"");
        }
        long quantity = given == null ? serials.size() : given;
        OperatorCode operator = operator(node);
        TaskId task = task(node);
        Command command =
                switch (head.word()) {
                    case "complete" ->
                            new Command.Complete(operator, task, quantity, serials, approval(node));
                    case "qc_pass" ->
                            new Command.Pass(operator, task, quantity, serials, approval(node));
                    default ->
                            new Command.Scrap(
                                    operator, task, quantity, serials, node.get("reason").text());
                };
        return work(node, head, command);
    }

    private Step sendBack(Node node, Step.Head head) throws ScenarioException {
        known(node, "station", "operator", "task", "serials", "to", "reason");
        return work(
                node,
                head,
                new Command.SendBack(
                        operator(node),
                        task(node),
                        node.list("serials", serial -> serial.parsed(Serial::new)),
                        names.task(node.get("to")).sequence(),
                        node.get("reason").text()));
    }

    private Step later(Node node, Step.Head head) throws ScenarioException {
        StationCode station = station(node);
        OperatorCode operator = operator(node);
        return switch (head.word()) {
            case "void" -> {
                known(node, "station", "operator", "step", "reason");
                yield new Step.TakeBack(head, station, operator, earlier(node));
            }
            case "correct" -> {
                known(node, "station", "operator", "step", "qty");
                yield new Step.Correct(
                        head, station, operator, earlier(node), node.get("qty").wholeNumber());
            }
            case "reopen" -> {
                known(node, "station", "operator", "task", "of");
                yield new Step.Reopen(
                        head, station, operator, task(node), names.operator(node.get("of")));
            }
            default -> {
                known(node, "station", "operator", "exception", "remark");
                yield new Step.Acknowledge(
                        head,
                        station,
                        operator,
                        Setup.choice(node.get("exception"), FloorException.Type.class),
                        node.get("remark").text());
            }
        };
    }

    /** The id of a step before this one. */
    private String earlier(Node node) throws ScenarioException {
        String step = node.get("step").text();
        if (!ids.contains(step)) {
            throw node.get("step").problem("no earlier step has the id \"" + step + "\"");
        }
        return step;
    }

    private static Step server(Node node, Step.Head head, Step.Server.Action action)
            throws ScenarioException {
        known(node);
        return new Step.Server(head, action);
    }

    private Step work(Node node, Step.Head head, Command command) throws ScenarioException {
        Long taps = node.find("taps", Node::wholeNumber);
        if (taps != null && (taps < 1 || taps > TAPS_MAX)) {
            throw node.get("taps").problem("must be 1 to " + TAPS_MAX);
        }
        return new Step.Work(head, station(node), command, taps == null ? 1 : taps.intValue());
    }

    private @Nullable SecondStart second(Node node) throws ScenarioException {
        return node.find("choice", choice -> Setup.choice(choice, SecondStart.class));
    }

    private @Nullable Approval approval(Node node) throws ScenarioException {
        OperatorCode supervisor = node.find("approvedBy", names::operator);
        return supervisor == null ? null : new Approval(supervisor, "approved on the spot");
    }

    private OperatorCode operator(Node node) throws ScenarioException {
        return names.operator(node.get("operator"));
    }

    private StationCode station(Node node) throws ScenarioException {
        return names.station(node.get("station"));
    }

    private TaskId task(Node node) throws ScenarioException {
        return names.task(node.get("task"));
    }

    private static void known(Node node, String... keys) throws ScenarioException {
        Set<String> all = new HashSet<>(HEAD_KEYS);
        all.addAll(Set.of(keys));
        node.only(all);
    }
}
