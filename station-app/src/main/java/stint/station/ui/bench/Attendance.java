package stint.station.ui.bench;

import stint.domain.event.ChecklistKind;
import stint.domain.event.Fact;
import stint.domain.event.StationCode;
import stint.domain.event.StationStatus;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.plan.Station;
import stint.domain.station.StationSession;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Session;
import stint.domain.work.StationCommand;
import stint.station.core.Outcome;
import stint.station.core.StationState;

import java.util.List;
import java.util.Optional;

/**
 * Leads somebody in at a bench, and out again (ST-1): the station, its opening checklist, what they
 * left unfinished, the work; at the end the closing checklist. It asks only what has to be asked:
 * at a bench that is one station without checklists, whoever logs in is at work. On the FX thread
 * only.
 */
public final class Attendance {

    private final Bench bench;

    Attendance(Bench bench) {
        this.bench = bench;
    }

    private stint.domain.work.Place place() {
        return bench.core().state().place();
    }

    /** Somebody has proved who they are. */
    void arrive(Operator operator) {
        if (place().session(operator.code()).isPresent()) {
            proceed(operator);
            return;
        }
        List<StationCode> stations = stations(operator);
        if (stations.isEmpty()) {
            // They may look at their work, and see a supervisor.
            bench.enter(operator);
            bench.say(new Problem(bench.texts().text("station.not.yours"), "NOT_ALLOWED"));
        } else if (stations.size() == 1) {
            signOn(operator, stations.getFirst());
        } else {
            bench.go(new Place.Stations(operator));
        }
    }

    /**
     * Where they may sit down, the one they had last first: the stations that this bench serves and
     * that admit them. A bench nobody has told of is a station for everybody.
     */
    public List<StationCode> stations(Operator operator) {
        StationCode own = bench.core().station();
        boolean known =
                bench.floor().stations().stream().anyMatch(station -> station.servedBy(own));
        if (!known) {
            return List.of(own);
        }
        Optional<StationCode> last =
                bench.floor()
                        .stationSessions()
                        .latest(operator.code(), own)
                        .map(StationSession::station);
        return place().stations(operator.code()).stream()
                .map(Station::code)
                .sorted((one, other) ->
                        Boolean.compare(
                                last.filter(other::equals).isPresent(),
                                last.filter(one::equals).isPresent()))
                .toList();
    }

    /** They sit down. */
    public void signOn(Operator operator, StationCode station) {
        StationCode wanted = station.equals(bench.core().station()) ? null : station;
        bench.slot()
                .submit(
                        new StationCommand.SignOn(operator.code(), wanted),
                        outcome -> {
                            if (isDone(outcome, Refusal.SIGNED_ON)) {
                                proceed(operator);
                            } else {
                                // Work that can be recorded must not wait for a chair.
                                begin(operator);
                                bench.say(problem(outcome));
                            }
                        });
    }

    private static boolean isDone(Outcome outcome, Refusal asGood) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> true;
            case Outcome.Refused refused -> refused.refusal().code() == asGood;
            case Outcome.Failed failed -> false;
        };
    }

    private Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> Problem.of(refused.refusal(), bench.texts());
            case Outcome.Failed failed -> Problem.ofFailure(failed.code(), bench.texts());
            case Outcome.Recorded recorded ->
                    throw new IllegalArgumentException("no problem: " + recorded);
        };
    }

    /** They are signed on: to the checklist, or to work. */
    public void proceed(Operator operator) {
        if (place().due(operator.code(), ChecklistKind.OPENING).isEmpty()) {
            begin(operator);
        } else {
            bench.go(new Place.AtChecklist(operator, ChecklistKind.OPENING, ""));
        }
    }

    /** To what they are at; else to what they left, else to the list (ST-6). */
    private void begin(Operator operator) {
        List<Session> open = bench.core().state().unfinished(operator.code()).work();
        List<TaskId> active =
                open.stream()
                        .filter(Session.Active.class::isInstance)
                        .map(session -> session.core().task())
                        .toList();
        bench.enter(operator);
        if (active.size() == 1) {
            bench.open(operator, active.getFirst());
        } else if (active.isEmpty() && !open.isEmpty()) {
            bench.ask(new Dialog.Unfinished(operator));
        }
    }

    /** The bench refused work for what should come first: they are led there, and told why. */
    void sendBack(Operator operator, Refusal refusal) {
        if (refusal == Refusal.NOT_SIGNED_ON) {
            arrive(operator);
        } else {
            proceed(operator);
        }
    }

    /** The station does something else from now on (ST-3); why it stops, they are asked. */
    public void set(Operator operator, StationStatus status) {
        if (place().session(operator.code()).isEmpty()) {
            bench.say(Problem.of(Refusal.NOT_SIGNED_ON, bench.texts()));
        } else if (status == StationStatus.STOPPED) {
            bench.ask(new Dialog.Stop(operator));
        } else {
            record(new StationCommand.SetStatus(operator.code(), status, null, null), operator);
        }
    }

    private void record(StationCommand command, Operator operator) {
        new Recorder(bench, operator).record(command, bench::say);
    }

    /** Says why the station does what it does now, in their words (ST-3). */
    public void note(Operator operator, String note) {
        place().session(operator.code())
                .map(session -> session.timeline().getLast())
                .ifPresent(now ->
                        record(
                                new StationCommand.SetStatus(
                                        operator.code(), now.status(), now.reason(), note),
                                operator));
    }

    /** What they recorded may change what the station does (ST-3). */
    void follow(Operator operator, Fact recorded) {
        place().follows(operator.code(), recorded)
                .ifPresent(set ->
                        bench.slot()
                                .submit(
                                        set,
                                        outcome -> {
                                            // Their own work is recorded, and that was said.
                                        }));
    }

    /**
     * They go: over the closing checklist, where one is due, and out.
     *
     * @param farewell what is said to them then
     */
    public void leave(Operator operator, String farewell) {
        if (place().session(operator.code()).isEmpty()) {
            bench.logout();
            bench.say(farewell);
        } else if (place().due(operator.code(), ChecklistKind.CLOSING).isEmpty()) {
            signOff(operator, farewell);
        } else {
            bench.go(new Place.AtChecklist(operator, ChecklistKind.CLOSING, farewell));
        }
    }

    private void signOff(Operator operator, String farewell) {
        bench.slot()
                .submit(
                        new StationCommand.SignOff(operator.code()),
                        outcome -> {
                            if (isDone(outcome, Refusal.NOT_SIGNED_ON)) {
                                bench.logout();
                                bench.say(farewell);
                            } else {
                                bench.say(problem(outcome));
                            }
                        });
    }

    /** A state came in which somebody else, or an absence, may have ended their station session. */
    void noticed(StationState before, StationState now) {
        if (!(bench.place().get() instanceof Place.Inside inside)) {
            return;
        }
        before.place()
                .session(inside.operator().code())
                .flatMap(was -> now.floor().stationSessions().session(was.id()))
                .map(StationSession::end)
                .ifPresent(end -> {
                    switch (end.cause()) {
                        case ABANDONED -> putOut("station.was.gone", now, end);
                        case SUPERVISOR -> putOut("station.was.closed", now, end);
                        case SIGNED_OFF, SIGNED_ON_AGAIN -> {
                            // They know.
                        }
                    }
                });
    }

    /** Whoever stands here now may be another: they log in again. */
    private void putOut(String why, StationState now, StationSession.End end) {
        String words = bench.texts().text(why, bench.texts().moment(end.at(), now.time()));
        bench.logout();
        bench.say(words);
    }
}
