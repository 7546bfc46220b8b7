package stint.domain.floor;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A floor at one moment. Immutable; its maps are its own. */
record FloorSnapshot(
        Map<TaskId, TaskState> taskMap,
        Map<String, Job> jobMap,
        Map<OperatorCode, Operator> operatorMap,
        Map<StationCode, Station> stationMap,
        List<Reason> reasonList,
        List<FloorException> stationExceptions,
        Map<String, FloorException.Acknowledgement> acknowledged)
        implements FloorView {

    /** An operator's sessions in the order a person looks for them (OS-11). */
    static final Comparator<Session> ACTIVE_FIRST_NEWEST_FIRST =
            Comparator.comparingInt((Session session) -> session instanceof Session.Active ? 0 : 1)
                    .thenComparing(session -> session.core().startedAt(), Comparator.reverseOrder())
                    .thenComparing(session -> session.core().id());

    @Override
    public Collection<Job> jobs() {
        return Collections.unmodifiableCollection(jobMap.values());
    }

    @Override
    public Optional<Job> job(String ticket) {
        return Optional.ofNullable(jobMap.get(ticket));
    }

    @Override
    public Optional<TaskState> task(TaskId id) {
        return Optional.ofNullable(taskMap.get(id));
    }

    @Override
    public Collection<TaskState> tasks() {
        return Collections.unmodifiableCollection(taskMap.values());
    }

    @Override
    public List<Session> openSessions(OperatorCode operator) {
        return taskMap.values().stream()
                .flatMap(task -> task.openSession(operator).stream())
                .sorted(ACTIVE_FIRST_NEWEST_FIRST)
                .toList();
    }

    @Override
    public Optional<Operator> operator(OperatorCode code) {
        return Optional.ofNullable(operatorMap.get(code));
    }

    @Override
    public Collection<Operator> operators() {
        return Collections.unmodifiableCollection(operatorMap.values());
    }

    @Override
    public Optional<Station> station(StationCode code) {
        return Optional.ofNullable(stationMap.get(code));
    }

    @Override
    public Collection<Station> stations() {
        return Collections.unmodifiableCollection(stationMap.values());
    }

    @Override
    public List<Reason> reasons(Reason.Kind kind) {
        return reasonList.stream()
                .filter(reason -> reason.kind() == kind)
                .sorted(Comparator.comparing(Reason::code))
                .toList();
    }

    @Override
    public List<FloorException> exceptions() {
        Stream<FloorException> ofTasks =
                taskMap.values().stream().flatMap(task -> task.exceptions().stream());
        Stream<FloorException> ofFlows =
                jobMap.keySet().stream()
                        .flatMap(ticket -> flow(ticket).stream())
                        .flatMap(flow -> flow.missedScans().stream());
        return Stream.of(ofTasks, ofFlows, stationExceptions.stream())
                .flatMap(exceptions -> exceptions)
                .map(this::withAcknowledgement)
                .toList();
    }

    private FloorException withAcknowledgement(FloorException exception) {
        FloorException.Acknowledgement acknowledgement = acknowledged.get(exception.key());
        return acknowledgement == null ? exception : exception.acknowledgedBy(acknowledgement);
    }

    @Override
    public Optional<JobFlow> flow(String ticket) {
        return job(ticket)
                .map(job ->
                        JobFlow.of(
                                job,
                                job.tasks().stream()
                                        .flatMap(task -> task(task.id()).stream())
                                        .toList()));
    }
}
