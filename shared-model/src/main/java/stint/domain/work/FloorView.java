package stint.domain.work;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;
import stint.domain.plan.StationTrust;
import stint.domain.planning.Planning;
import stint.domain.sop.SopBook;
import stint.domain.station.StationSessions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the log of a floor comes to, for screens and queries. */
public interface FloorView {

    /** All released jobs, by ticket. */
    Collection<Job> jobs();

    /** A job by its ticket. */
    Optional<Job> job(String ticket);

    /** One task; also when only its events, and not its plan, have arrived. */
    Optional<TaskState> task(TaskId id);

    /** All tasks, by ticket and number. */
    Collection<TaskState> tasks();

    /** The operator's open sessions, active before paused, newest first (OS-11). */
    List<Session> openSessions(OperatorCode operator);

    /** A person by worker code. */
    Optional<Operator> operator(OperatorCode code);

    /**
     * The name of a person that customers may read; absent without consent, and after it was
     * withdrawn (TR-1).
     */
    Optional<String> publicName(OperatorCode code);

    /** A product by its code. */
    Optional<Product> product(String code);

    /** Everybody, by code. */
    Collection<Operator> operators();

    /** A station by code. */
    Optional<Station> station(StationCode code);

    /** All stations, by code. */
    Collection<Station> stations();

    /** Who is and was signed on where, and what the stations did (ST-1 to ST-7). */
    StationSessions stationSessions();

    /** How work is done, and who does it so: SOPs and work sessions (SOP-1 to SOP-9). */
    SopBook sops();

    /** How far a station is trusted (SY-4); absent for one that was never to enrol. */
    Optional<StationTrust> trust(StationCode station);

    /** How far each station is trusted that was ever to enrol, by code. */
    Collection<StationTrust> trust();

    /** The managed reasons of a kind, by code (ST-4). */
    List<Reason> reasons(Reason.Kind kind);

    /** What the office has planned: routings, orders, assignments (DP-1 to DP-5). */
    Planning planning();

    /** How a job's pieces flow through its tasks (DP-4); absent while the job has not arrived. */
    Optional<JobFlow> flow(String ticket);

    /** What a person should look at, or has looked at, in a stable order (EX-1). */
    List<FloorException> exceptions();
}
