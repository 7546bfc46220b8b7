package stint.server.board;

import stint.domain.sop.LogEntry;
import stint.domain.sop.RunState;
import stint.domain.sop.Sop;
import stint.domain.sop.SopBook;
import stint.domain.sop.SopLine;
import stint.domain.sop.Step;
import stint.domain.sop.WorkSession;
import stint.wire.SopJson;
import stint.wire.protocol.AuditView;
import stint.wire.protocol.SopView;
import stint.wire.protocol.WorkSessionView;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Turns SOPs and work sessions into the records that queries answer with (SOP-3). Pure. */
public final class RunViews {

    private static final String CSV_HEAD =
            "event,at,by,station,action,step,reason,old,new,failed,standing\r\n";

    private RunViews() {}

    /** A work session with all its checks. */
    public static WorkSessionView whole(WorkSession run, String language) {
        return view(run, language, true);
    }

    /** A work session as a line of a list. */
    public static WorkSessionView line(WorkSession run, String language) {
        return view(run, language, false);
    }

    private static WorkSessionView view(WorkSession run, String language, boolean checks) {
        WorkSession.Approved approval = run.approval();
        Instant pausedAt = run.state() instanceof RunState.Paused paused ? paused.since() : null;
        return new WorkSessionView(
                run.id().toString(),
                run.sop(),
                run.title(language),
                run.version(),
                run.worker().value(),
                run.station().value(),
                run.task() == null ? null : run.task().toString(),
                run.state().word(),
                run.startedAt(),
                pausedAt,
                run.completedAt().orElse(null),
                run.pausedFor().toSeconds(),
                run.currentStep().map(Step::key).orElse(null),
                run.nextStep().map(Step::key).orElse(null),
                run.passedCount(),
                run.steps().size(),
                run.locked(),
                approval == null ? null : Objects.toString(approval.by(), null),
                approval == null ? null : approval.at(),
                run.revision(),
                checks && run.procedure() != null ? json(run.procedure()) : null,
                checks ? checks(run) : null);
    }

    private static List<WorkSessionView.Check> checks(WorkSession run) {
        return run.log().stream()
                .filter(entry -> entry.step() != null)
                .map(entry ->
                        new WorkSessionView.Check(
                                entry.event().toString(),
                                Objects.requireNonNull(entry.step()),
                                entry.failed().isEmpty(),
                                entry.action() == LogEntry.Action.OVERRIDDEN,
                                Objects.toString(entry.by(), null),
                                entry.at(),
                                entry.after(),
                                entry.failed(),
                                word(entry.standing())))
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A work session's audit, oldest first (SOP-5). */
    public static List<AuditView> audit(WorkSession run) {
        return run.log().stream()
                .map(entry ->
                        new AuditView(
                                entry.event().toString(),
                                entry.at(),
                                Objects.toString(entry.by(), null),
                                entry.station().value(),
                                word(entry.action()),
                                entry.step(),
                                entry.reason(),
                                entry.before(),
                                entry.after(),
                                entry.failed(),
                                word(entry.standing())))
                .toList();
    }

    /** The same as a table for other programs (RFC 4180). */
    public static String auditCsv(WorkSession run) {
        return CSV_HEAD
                + audit(run).stream()
                        .map(line ->
                                List.of(
                                                line.id(),
                                                line.at().toString(),
                                                Objects.toString(line.by(), ""),
                                                line.stationId(),
                                                line.action(),
                                                Objects.toString(line.stepId(), ""),
                                                Objects.toString(line.reason(), ""),
                                                pairs(line.oldAnswers()),
                                                pairs(line.newAnswers()),
                                                String.join(" ", line.failed()),
                                                line.standing())
                                        .stream()
                                        .map(RunViews::cell)
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String pairs(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + "=" + answer.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Quoted; what a spreadsheet would take for a formula is made a text. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    /** An SOP. */
    public static SopView sop(SopBook book, SopLine line) {
        return new SopView(
                line.code(),
                line.versions().isEmpty() ? null : json(line.versions().getLast().sop()),
                line.draft() == null ? null : json(line.draft()),
                line.versions().size(),
                book.openOf(line.code()).size(),
                line.revision());
    }

    private static String json(Sop sop) {
        return new String(SopJson.write(sop), StandardCharsets.UTF_8);
    }
}
