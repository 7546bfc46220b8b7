package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;
import stint.domain.plan.StationTrust;
import stint.domain.planning.Held;
import stint.domain.planning.Planning;
import stint.domain.sop.SopBook;
import stint.domain.station.StationSession;
import stint.domain.station.StationSessions;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A floor at one moment. Immutable; what did not change since the last one is shared with it.
 *
 * @param pictures the jobs, by ticket
 */
record FloorSnapshot(
        List<JobPicture> pictures,
        Map<OperatorCode, Operator> operatorMap,
        Map<StationCode, Station> stationMap,
        Map<String, Reason> reasonMap,
        Map<OperatorCode, Consent> consents,
        StationSessions stationSessions,
        SopBook sops,
        Map<StationCode, StationTrust> trustMap,
        Planning planning,
        List<FloorException> stationExceptions,
        Map<String, FloorException.Acknowledgement> acknowledged)
        implements FloorView {

    /** An operator's sessions in the order a person looks for them (OS-11). */
    static final Comparator<Session> ACTIVE_FIRST_NEWEST_FIRST =
            Comparator.comparingInt((Session session) -> session instanceof Session.Active ? 0 : 1)
                    .thenComparing(session -> session.core().startedAt(), Comparator.reverseOrder())
                    .thenComparing(session -> session.core().id());

    private @Nullable JobPicture picture(String ticket) {
        int low = 0;
        int high = pictures.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            JobPicture picture = pictures.get(middle);
            int compared = picture.ticket().compareTo(ticket);
            if (compared == 0) {
                return picture;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    @Override
    public Collection<Job> jobs() {
        return pictures.stream().map(JobPicture::job).filter(Objects::nonNull).toList();
    }

    @Override
    public Optional<Job> job(String ticket) {
        return Optional.ofNullable(picture(ticket)).map(JobPicture::job);
    }

    @Override
    public Optional<TaskState> task(TaskId id) {
        return Optional.ofNullable(picture(id.ticket()))
                .map(picture -> picture.task(id.sequence()));
    }

    @Override
    public Collection<TaskState> tasks() {
        List<TaskState> tasks = new ArrayList<>(pictures.size() * 4);
        pictures.forEach(picture -> tasks.addAll(picture.tasks()));
        return Collections.unmodifiableList(tasks);
    }

    @Override
    public List<Session> openSessions(OperatorCode operator) {
        return pictures.stream()
                .flatMap(picture -> picture.openSessions(operator))
                .sorted(ACTIVE_FIRST_NEWEST_FIRST)
                .toList();
    }

    @Override
    public Optional<Operator> operator(OperatorCode code) {
        return Optional.ofNullable(operatorMap.get(code));
    }

    @Override
    public Optional<String> publicName(OperatorCode code) {
        return Consent.name(consents.get(code), operator(code));
    }

    @Override
    public Optional<Product> product(String code) {
        return Optional.ofNullable(planning.products().get(code)).map(Held::value);
    }

    @Override
    public Collection<Operator> operators() {
        return operatorMap.values();
    }

    @Override
    public Optional<Station> station(StationCode code) {
        return Optional.ofNullable(stationMap.get(code));
    }

    @Override
    public Collection<Station> stations() {
        return stationMap.values();
    }

    @Override
    public Optional<StationTrust> trust(StationCode station) {
        return Optional.ofNullable(trustMap.get(station));
    }

    @Override
    public Collection<StationTrust> trust() {
        return trustMap.values();
    }

    @Override
    public List<Reason> reasons(Reason.Kind kind) {
        return reasonMap.values().stream()
                .filter(reason -> reason.kind() == kind)
                .sorted(Comparator.comparing(Reason::code))
                .toList();
    }

    @Override
    public List<FloorException> exceptions() {
        List<FloorException> exceptions = new ArrayList<>();
        pictures.forEach(picture -> exceptions.addAll(picture.taskExceptions()));
        pictures.forEach(picture -> exceptions.addAll(picture.missedScans()));
        exceptions.addAll(stationExceptions);
        stationSessions.all().flatMap(FloorSnapshot::abandoned).forEach(exceptions::add);
        sops.sessions().flatMap(RunExceptions::of).forEach(exceptions::add);
        exceptions.replaceAll(this::withAcknowledgement);
        return Collections.unmodifiableList(exceptions);
    }

    private static Stream<FloorException> abandoned(StationSession session) {
        StationSession.End end = session.end();
        return end == null || !session.abandoned()
                ? Stream.empty()
                : Stream.of(
                        new FloorException(
                                FloorException.Type.AUTO_ABANDON,
                                null,
                                null,
                                session.operator(),
                                session.bench(),
                                List.of(session.id(), end.event()),
                                null));
    }

    private FloorException withAcknowledgement(FloorException exception) {
        if (acknowledged.isEmpty()) {
            return exception;
        }
        FloorException.Acknowledgement acknowledgement = acknowledged.get(exception.key());
        return acknowledgement == null ? exception : exception.acknowledgedBy(acknowledgement);
    }

    @Override
    public Optional<JobFlow> flow(String ticket) {
        return Optional.ofNullable(picture(ticket)).map(JobPicture::flow);
    }
}
