package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.TestFloor.starting;
import static stint.domain.TestFloor.undoing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import stint.domain.event.ChecklistKind;
import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.domain.plan.Checklist;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Reason;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.station.Counters;
import stint.domain.station.StationSession;
import stint.domain.station.StationSession.Cause;
import stint.domain.station.StationSessions;
import stint.domain.station.StatusSpan;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;
import stint.domain.work.Place;
import stint.domain.work.Session;
import stint.domain.work.StationCommand;
import stint.domain.work.Unfinished;
import stint.domain.work.Watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** DOMAIN §8, rule by rule. */
class StationSessionTest {

    private static final String B1 = "BENCH-1";
    private static final String B2 = "BENCH-2";
    private static final OperatorCode A = new OperatorCode("A");
    private static final StationCode BENCH = new StationCode(B1);
    private static final StationCode LASER = new StationCode("LASER-1");

    private final TestFloor floor =
            TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Cut", "Sew");

    private static Checklist asking(String key, Checklist.Ask ask) {
        return new Checklist(List.of(new Checklist.Item(key, Map.of("en", key), true, ask)));
    }

    private void withChecklists() {
        floor.plan(
                new PlanFact.StationRegistered(
                        new Station(BENCH, SecondStartPolicy.SWITCH)
                                .with(
                                        asking("oil", Checklist.Ask.NUMBER),
                                        asking("swept", Checklist.Ask.TICK))));
    }

    private Event signOn(String operator) {
        return floor.accept(B1, new StationCommand.SignOn(new OperatorCode(operator), null));
    }

    private void status(String operator, StationStatus status, @Nullable String reason) {
        floor.accept(
                B1, new StationCommand.SetStatus(new OperatorCode(operator), status, reason, null));
    }

    private void signOff(String operator) {
        floor.accept(B1, new StationCommand.SignOff(new OperatorCode(operator)));
    }

    private static StationCommand.SubmitChecklist opening(String oil) {
        return new StationCommand.SubmitChecklist(A, ChecklistKind.OPENING, Map.of("oil", oil));
    }

    private static StationCommand.SubmitChecklist closing(String swept) {
        return new StationCommand.SubmitChecklist(A, ChecklistKind.CLOSING, Map.of("swept", swept));
    }

    private StationSessions sessions() {
        return floor.server().stationSessions();
    }

    private StationSession latest(String operator) {
        return sessions().latest(new OperatorCode(operator), BENCH).orElseThrow();
    }

    /** The terminal at the first bench is gone, and comes back. */
    private void gone(String from, String until) {
        var lastHeartbeat = floor.at(from).clock(B1);
        floor.at(until);
        Watch.gone(floor.replica(B1), BENCH, lastHeartbeat, floor.clock(B1))
                .forEach(fact -> floor.force(B1, null, fact));
    }

    @Test
    void ST_1_several_operators_are_signed_on_at_one_bench_each_with_their_own_session() {
        floor.at("08:00");
        signOn("A");
        floor.at("08:05");
        signOn("B");

        assertThat(sessions().open(BENCH))
                .extracting(session -> session.operator().value())
                .containsExactly("A", "B");
        assertThat(floor.refuse(B1, new StationCommand.SignOn(A, null)).code())
                .isEqualTo(Refusal.SIGNED_ON);
        signOff("A");
        assertThat(sessions().open(BENCH))
                .extracting(session -> session.operator().value())
                .containsExactly("B");
    }

    @Test
    void ST_1_a_bench_that_serves_several_stations_offers_those_the_worker_may_use() {
        Station laser =
                new Station(
                        LASER,
                        SecondStartPolicy.SWITCH,
                        BENCH,
                        Checklist.NONE,
                        Checklist.NONE,
                        List.of(new OperatorCode("B")),
                        null);
        floor.plan(new PlanFact.StationRegistered(laser));

        assertThat(new Place(floor.replica(B1), BENCH).stations(A))
                .extracting(Station::code)
                .containsExactly(BENCH);
        assertThat(new Place(floor.replica(B1), BENCH).stations(new OperatorCode("B")))
                .extracting(Station::code)
                .containsExactly(BENCH, LASER);
        assertThat(floor.refuse(B1, new StationCommand.SignOn(A, LASER)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(floor.refuse(B2, new StationCommand.SignOn(new OperatorCode("B"), LASER)).code())
                .as("another bench does not serve it")
                .isEqualTo(Refusal.NOT_ALLOWED);
        floor.accept(B1, new StationCommand.SignOn(new OperatorCode("B"), LASER));
        assertThat(latest("B").station()).isEqualTo(LASER);
        assertThat(sessions().standing(LASER).orElseThrow().open()).hasSize(1);
        assertThat(sessions().standing(BENCH)).isEmpty();
    }

    @Test
    void ST_1_a_station_without_checklists_asks_nobody_to_sign_on() {
        floor.start(B1, "A", 1);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
    }

    @Test
    void ST_2_work_is_blocked_until_the_opening_checklist_is_complete() {
        withChecklists();

        assertThat(floor.refuse(B1, starting("A", 1, null)).code())
                .isEqualTo(Refusal.NOT_SIGNED_ON);
        signOn("A");
        assertThat(floor.refuse(B1, starting("A", 1, null)).code())
                .isEqualTo(Refusal.CHECKLIST_DUE);
        assertThat(
                        floor.refuse(
                                        B1,
                                        new StationCommand.SetStatus(
                                                A, StationStatus.PRODUCTION, null, null))
                                .code())
                .isEqualTo(Refusal.CHECKLIST_DUE);
        for (String wrong : List.of("", "some", "1.2.3")) {
            assertThat(floor.refuse(B1, opening(wrong)).code())
                    .as(wrong)
                    .isEqualTo(Refusal.CHECKLIST_INCOMPLETE);
        }
        floor.accept(B1, opening("3.5"));
        floor.start(B1, "A", 1);
        assertThat(floor.refuse(B1, starting("B", 1, null)).code())
                .as("each operator has their own")
                .isEqualTo(Refusal.NOT_SIGNED_ON);
    }

    @Test
    void ST_2_what_pauses_or_ends_work_is_never_blocked() {
        floor.start(B1, "A", 1);
        withChecklists();

        floor.hold(B1, "A", 1);
        floor.endSession(B1, "A", 1);
    }

    @Test
    void ST_2_submitting_twice_is_one_and_who_and_when_are_kept() {
        withChecklists();
        floor.at("08:00");
        signOn("A");
        floor.at("08:02");
        Event first = floor.accept(B1, opening("3.5"));
        floor.at("08:03").accept(B1, opening("4"));

        StationSession.Submission kept = latest("A").opening();
        assertThat(kept)
                .isEqualTo(
                        new StationSession.Submission(
                                first.id(), A, first.time(), Map.of("oil", "3.5")));
        floor.at("08:04").accept(B1, undoing("S", first));
        assertThat(latest("A").opening().answers()).containsEntry("oil", "4");
    }

    @Test
    void ST_2_answers_are_kept_only_where_an_item_asks_for_one() {
        Checklist read =
                new Checklist(
                        List.of(
                                new Checklist.Item(
                                        "guard", Map.of(), true, Checklist.Ask.NOTHING)));
        floor.plan(
                new PlanFact.StationRegistered(
                        new Station(BENCH, SecondStartPolicy.SWITCH).with(read, Checklist.NONE)));
        signOn("A");
        floor.accept(
                B1,
                new StationCommand.SubmitChecklist(A, ChecklistKind.OPENING, Map.of("more", "x")));

        assertThat(latest("A").opening().answers()).isEmpty();
        floor.start(B1, "A", 1);
    }

    @Test
    void ST_2_leaving_after_work_needs_the_closing_checklist() {
        withChecklists();
        signOn("A");
        signOff("A");
        signOn("A");
        floor.accept(B1, opening("3"));
        assertThat(floor.refuse(B1, new StationCommand.SignOff(A)).code())
                .isEqualTo(Refusal.CHECKLIST_DUE);
        assertThat(floor.refuse(B1, closing("no")).code()).isEqualTo(Refusal.CHECKLIST_INCOMPLETE);
        floor.accept(B1, closing(Checklist.Item.TICKED));
        signOff("A");

        assertThat(latest("A").end().cause()).isEqualTo(Cause.SIGNED_OFF);
        assertThat(latest("A").closing()).isNotNull();
    }

    @Test
    void ST_3_a_session_opens_stopped_and_a_new_status_closes_the_last() {
        Event on = floor.at("08:00").accept(B1, new StationCommand.SignOn(A, null));
        floor.at("08:10");
        status("A", StationStatus.PRODUCTION, null);
        floor.at("09:00");
        status("A", StationStatus.STOPPED, "blade");

        StationSession session = latest("A");
        assertThat(session.timeline())
                .containsExactly(
                        new StatusSpan(
                                StationStatus.STOPPED,
                                null,
                                null,
                                on.time(),
                                on.time().plusSeconds(600)),
                        new StatusSpan(
                                StationStatus.PRODUCTION,
                                null,
                                null,
                                on.time().plusSeconds(600),
                                on.time().plusSeconds(3600)),
                        new StatusSpan(
                                StationStatus.STOPPED,
                                "blade",
                                null,
                                on.time().plusSeconds(3600),
                                null));
        assertThat(session.status()).isEqualTo(StationStatus.STOPPED);
        assertThat(session.statusSince()).isEqualTo(on.time().plusSeconds(3600));
        floor.at("09:30");
        signOff("A");
        assertThat(latest("A").timeline().getLast().to()).isEqualTo(on.time().plusSeconds(5400));
    }

    @Test
    void ST_3_a_status_that_is_taken_back_never_was() {
        signOn("A");
        Event wrong =
                floor.accept(
                        B1,
                        new StationCommand.SetStatus(A, StationStatus.MAINTENANCE, null, "oops"));
        floor.undo(B1, "A", wrong);

        assertThat(latest("A").timeline()).hasSize(1);
        assertThat(latest("A").status()).isEqualTo(StationStatus.STOPPED);
    }

    @Test
    void ST_4_reasons_to_stop_are_a_list_with_labels_in_every_language() {
        Map<String, String> labels = Map.of("en", "Blade", "th", "ใบมีด", "he", "להב", "ru", "Нож");
        floor.plan(new PlanFact.ReasonDefined(new Reason("blade", Reason.Kind.STOP, labels)));
        floor.plan(new PlanFact.ReasonDefined(new Reason("break", Reason.Kind.HOLD, Map.of())));

        assertThat(floor.replica(B1).reasons(Reason.Kind.STOP))
                .extracting(reason -> reason.label("th"))
                .containsExactly("ใบมีด");
    }

    @Test
    void ST_5_a_terminal_that_was_gone_closes_its_sessions_as_of_its_last_heartbeat() {
        floor.at("08:00");
        Event on = signOn("A");
        status("A", StationStatus.PRODUCTION, null);
        floor.start(B1, "A", 1);
        gone("09:00", "09:05");

        StationSession session = latest("A");
        assertThat(session.end().cause()).isEqualTo(Cause.ABANDONED);
        assertThat(session.end().at()).isEqualTo(on.time().plusSeconds(3600));
        assertThat(session.status()).isEqualTo(StationStatus.STOPPED);
        assertThat(session.timeline().getLast().note()).isEqualTo(StationSession.AUTO_ABANDON);
        assertThat(session.statusSince()).isEqualTo(on.time().plusSeconds(3600));
        assertThat(((Session.Paused) floor.session("A", 1)).since())
                .isEqualTo(on.time().plusSeconds(3600));
        assertThat(floor.exceptions()).containsOnly(FloorException.Type.AUTO_ABANDON).hasSize(2);
    }

    @Test
    void ST_5_only_the_bench_itself_can_tell_that_its_terminal_was_gone() {
        floor.at("08:00");
        Event on = signOn("A");
        floor.at("12:00").force(B2, null, new StationFact.Left(on.id(), on.clock()));
        floor.plan(new PlanFact.ReasonDefined(new Reason("x", Reason.Kind.HOLD, Map.of())));

        assertThat(latest("A").open()).isTrue();
    }

    @Test
    void ST_6_a_terminal_that_is_back_within_five_minutes_loses_no_station_session() {
        floor.at("08:00");
        signOn("A");
        status("A", StationStatus.SETUP, null);
        gone("09:00", "09:04:59");

        assertThat(latest("A").open()).isTrue();
        assertThat(latest("A").status()).isEqualTo(StationStatus.SETUP);
        assertThat(Unfinished.of(floor.replica(B1), A, BENCH).station().orElseThrow().open())
                .isTrue();
    }

    @Test
    void ST_6_the_operator_is_offered_what_was_held_since_when_and_why() {
        floor.at("08:00");
        signOn("A");
        floor.start(B1, "A", 1);
        gone("09:00", "1+07:00");

        Unfinished left = Unfinished.of(floor.replica(B1), A, BENCH);
        assertThat(left.station().orElseThrow().abandoned()).isTrue();
        assertThat(left.work()).hasSize(1);
        Session.Paused held = (Session.Paused) left.work().getFirst();
        assertThat(held.reason()).isEqualTo(StationSession.AUTO_ABANDON);
        assertThat(Duration.between(held.core().startedAt(), held.since()))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Unfinished.of(floor.replica(B1), new OperatorCode("B"), BENCH).isEmpty())
                .isTrue();
    }

    @Test
    void ST_7_counters_are_what_was_made_here_by_this_operator_meanwhile() {
        floor.at("08:00").complete(B1, "A", 1, 1);
        signOn("A");
        signOn("B");
        floor.complete(B1, "A", 1, 3);
        floor.complete(B1, "B", 1, 5);
        floor.complete(B2, "A", 1, 7);
        floor.scrap(B2, "A", 1, 2);
        floor.at("08:30").complete(B1, "A", 2, 10);
        Event scrapped = floor.scrap(B1, "A", 2, 4);
        floor.accept(B1, new Command.Correct(new OperatorCode("S"), scrapped.id(), 3, "counted"));
        floor.endShift(B1, "A");
        signOff("A");
        floor.at("09:00").complete(B1, "A", 1, 20);

        assertThat(latest("A").counters()).isEqualTo(new Counters(13, 3));
        assertThat(latest("B").counters()).isEqualTo(new Counters(5, 0));
        signOn("A");
        assertThat(latest("A").counters()).isEqualTo(new Counters(0, 0));
    }

    @Test
    void ST_7_a_serial_counts_once_wherever_it_was_named_first() {
        TestFloor pieces = TestFloor.withBenches(B1, B2).job(5, ProcessMode.PIECE, "Sew");
        pieces.at("08:00").accept(B1, new StationCommand.SignOn(A, null));
        pieces.offline(B2);
        pieces.at("08:10").pieces(B2, "B", 1, "SN001");
        pieces.at("08:20").pieces(B1, "A", 1, "SN001", "SN002");
        assertThat(made(pieces)).isEqualTo(2);
        pieces.online(B2);

        assertThat(made(pieces)).isEqualTo(1);
    }

    private static long made(TestFloor floor) {
        return floor.server().stationSessions().latest(A, BENCH).orElseThrow().counters().good();
    }

    @Test
    void ST_7_a_supervisor_closes_any_or_all_open_sessions() {
        Event a = signOn("A");
        Event b = signOn("B");
        Event other = floor.accept(B2, new StationCommand.SignOn(new OperatorCode("C"), null));
        List<stint.domain.event.EventId> all = List.of(a.id(), b.id(), other.id());
        assertThat(floor.refuse(B2, new StationCommand.CloseSessions(A, all, "mine")).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        floor.accept(
                B2, new StationCommand.CloseSessions(new OperatorCode("S"), all, "shift over"));

        assertThat(sessions().all())
                .hasSize(3)
                .allSatisfy(session -> {
                    assertThat(session.end().cause()).isEqualTo(Cause.SUPERVISOR);
                    assertThat(session.end().by()).isEqualTo(new OperatorCode("S"));
                    assertThat(session.end().reason()).isEqualTo("shift over");
                });
        assertThat(
                        floor.refuse(
                                        B2,
                                        new StationCommand.CloseSessions(
                                                new OperatorCode("S"), all, "again"))
                                .code())
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void ST_7_what_a_bench_that_did_not_know_of_the_close_records_counts_and_moves_the_end() {
        floor.at("08:00");
        Event on = signOn("A");
        floor.offline(B1);
        floor.at("10:00")
                .accept(
                        B2,
                        new StationCommand.CloseSessions(
                                new OperatorCode("S"), List.of(on.id()), "forgotten"));
        floor.at("11:00").complete(B1, "A", 1, 6);
        floor.endShift(B1, "A");
        floor.at("12:00");
        signOff("A");
        floor.online(B1);

        assertThat(latest("A").end().cause()).isEqualTo(Cause.SUPERVISOR);
        assertThat(latest("A").end().at()).isEqualTo(on.time().plusSeconds(4 * 3600));
        assertThat(latest("A").counters()).isEqualTo(new Counters(6, 0));
    }

    @Test
    void ST_7_nobody_leaves_while_their_work_runs_here() {
        signOn("A");
        Event started = floor.start(B1, "A", 1);
        assertThat(floor.refuse(B1, new StationCommand.SignOff(A)).open()).isEqualTo(started.id());
        floor.endShift(B1, "A");
        signOff("A");
    }

    @Test
    void BD_1_a_station_does_what_its_busiest_operator_does_and_stops_when_all_have_left() {
        floor.at("08:00");
        signOn("A");
        Event b = signOn("B");
        floor.at("08:10");
        status("A", StationStatus.PRODUCTION, null);
        assertThat(sessions().standing(BENCH).orElseThrow().status())
                .isEqualTo(StationStatus.PRODUCTION);
        floor.at("09:00");
        signOff("A");
        assertThat(sessions().standing(BENCH).orElseThrow().status())
                .isEqualTo(StationStatus.STOPPED);
        floor.at("09:10");
        status("B", StationStatus.SETUP, null);
        floor.at("10:00");
        signOff("B");

        StationSessions.Standing left = sessions().standing(BENCH).orElseThrow();
        assertThat(left.status()).isEqualTo(StationStatus.STOPPED);
        assertThat(left.since()).isEqualTo(b.time().plusSeconds(7200));
        assertThat(left.open()).isEmpty();
    }
}
