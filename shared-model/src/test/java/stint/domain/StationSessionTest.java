package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.Stations.A;
import static stint.domain.Stations.B1;
import static stint.domain.Stations.B2;
import static stint.domain.Stations.BENCH;
import static stint.domain.TestFloor.starting;
import static stint.domain.TestFloor.undoing;

import org.junit.jupiter.api.Test;

import stint.domain.event.ChecklistKind;
import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.StationStatus;
import stint.domain.plan.Checklist;
import stint.domain.plan.Reason;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.station.StationSession;
import stint.domain.station.StationSession.Cause;
import stint.domain.station.StatusSpan;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Place;
import stint.domain.work.Session;
import stint.domain.work.StationCommand;

import java.util.List;
import java.util.Map;

/** DOMAIN §8: signing on, checklists, status (ST-1 to ST-4). */
class StationSessionTest {

    private static final StationCode LASER = new StationCode("LASER-1");

    private final Stations stations = new Stations();
    private final TestFloor floor = stations.floor;

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

    private static StationCommand.SubmitChecklist opening(String oil) {
        return new StationCommand.SubmitChecklist(A, ChecklistKind.OPENING, Map.of("oil", oil));
    }

    private static StationCommand.SubmitChecklist closing(String swept) {
        return new StationCommand.SubmitChecklist(A, ChecklistKind.CLOSING, Map.of("swept", swept));
    }

    @Test
    void ST_1_several_operators_are_signed_on_at_one_bench_each_with_their_own_session() {
        floor.at("08:00");
        stations.signOn("A");
        floor.at("08:05");
        stations.signOn("B");

        assertThat(stations.sessions().open(BENCH))
                .extracting(session -> session.operator().value())
                .containsExactly("A", "B");
        assertThat(floor.refuse(B1, new StationCommand.SignOn(A, null)).code())
                .isEqualTo(Refusal.SIGNED_ON);
        stations.signOff("A");
        assertThat(stations.sessions().open(BENCH))
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
        assertThat(stations.latest("B").station()).isEqualTo(LASER);
        assertThat(stations.sessions().standing(LASER).orElseThrow().open()).hasSize(1);
        assertThat(stations.sessions().standing(BENCH)).isEmpty();
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
        stations.signOn("A");
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
        stations.signOn("A");
        floor.at("08:02");
        Event first = floor.accept(B1, opening("3.5"));
        floor.at("08:03").accept(B1, opening("4"));

        StationSession.Submission kept = stations.latest("A").opening();
        assertThat(kept)
                .isEqualTo(
                        new StationSession.Submission(
                                first.id(), A, first.time(), Map.of("oil", "3.5")));
        floor.at("08:04").accept(B1, undoing("S", first));
        assertThat(stations.latest("A").opening().answers()).containsEntry("oil", "4");
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
        stations.signOn("A");
        floor.accept(
                B1,
                new StationCommand.SubmitChecklist(A, ChecklistKind.OPENING, Map.of("more", "x")));

        assertThat(stations.latest("A").opening().answers()).isEmpty();
        floor.start(B1, "A", 1);
    }

    @Test
    void ST_2_an_item_speaks_the_workers_language_or_english_or_says_its_key() {
        Map<String, String> labels = Map.of("en", "Guard closed", "th", "ปิดการ์ดแล้ว");
        Checklist.Item guard = new Checklist.Item("guard", labels, true, Checklist.Ask.TICK);
        Checklist.Item bare = new Checklist.Item("bare", Map.of(), true, Checklist.Ask.TICK);

        assertThat(guard.label("th")).isEqualTo("ปิดการ์ดแล้ว");
        assertThat(guard.label("he")).isEqualTo("Guard closed");
        assertThat(bare.label("th")).isEqualTo("bare");
    }

    @Test
    void ST_2_an_answer_may_be_as_long_as_is_kept_and_no_longer() {
        Checklist.Item note = new Checklist.Item("note", Map.of(), true, Checklist.Ask.TEXT);

        assertThat(note.accepts("x".repeat(Checklist.ANSWER_LENGTH_MAX))).isTrue();
        assertThat(note.accepts("x".repeat(Checklist.ANSWER_LENGTH_MAX + 1))).isFalse();
        assertThat(note.accepts(" ")).isFalse();
    }

    @Test
    void ST_2_leaving_after_work_needs_the_closing_checklist() {
        withChecklists();
        stations.signOn("A");
        stations.signOff("A");
        stations.signOn("A");
        floor.accept(B1, opening("3"));
        assertThat(floor.refuse(B1, new StationCommand.SignOff(A)).code())
                .isEqualTo(Refusal.CHECKLIST_DUE);
        assertThat(floor.refuse(B1, closing("no")).code()).isEqualTo(Refusal.CHECKLIST_INCOMPLETE);
        floor.accept(B1, closing(Checklist.Item.TICKED));
        stations.signOff("A");

        assertThat(stations.latest("A").end().cause()).isEqualTo(Cause.SIGNED_OFF);
        assertThat(stations.latest("A").abandoned()).isFalse();
        assertThat(stations.latest("A").closing()).isNotNull();
    }

    @Test
    void ST_3_a_session_opens_stopped_and_a_new_status_closes_the_last() {
        Event on = floor.at("08:00").accept(B1, new StationCommand.SignOn(A, null));
        floor.at("08:10");
        stations.status("A", StationStatus.PRODUCTION, null);
        floor.at("09:00");
        stations.status("A", StationStatus.STOPPED, "blade");

        StationSession session = stations.latest("A");
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
        stations.signOff("A");
        assertThat(stations.latest("A").timeline().getLast().to())
                .isEqualTo(on.time().plusSeconds(5400));
    }

    @Test
    void ST_3_a_status_that_is_taken_back_never_was() {
        stations.signOn("A");
        Event wrong =
                floor.accept(
                        B1,
                        new StationCommand.SetStatus(A, StationStatus.MAINTENANCE, null, "oops"));
        floor.undo(B1, "A", wrong);

        assertThat(stations.latest("A").timeline()).hasSize(1);
        assertThat(stations.latest("A").status()).isEqualTo(StationStatus.STOPPED);
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
}
