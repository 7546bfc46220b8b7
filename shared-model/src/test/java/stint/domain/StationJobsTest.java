package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.Stations.A;
import static stint.domain.Stations.B1;
import static stint.domain.Stations.B2;
import static stint.domain.Stations.BENCH;
import static stint.domain.TestFloor.starting;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.PlanFact;
import stint.domain.event.StationStatus;
import stint.domain.event.TaskId;
import stint.domain.plan.Checklist;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.NewJobs;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Place;
import stint.domain.work.StationCommand;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DOMAIN §8: jobs begun by a number nobody knows, and a status that follows the work. */
class StationJobsTest {

    private static final TaskId FOUND = new TaskId("4711", 1);

    private final Stations stations = new Stations();
    private final TestFloor floor = stations.floor;

    private void allowNewJobs(Checklist opening) {
        floor.plan(
                new PlanFact.StationRegistered(
                        new Station(
                                BENCH,
                                SecondStartPolicy.SWITCH,
                                null,
                                opening,
                                Checklist.NONE,
                                List.of(),
                                new NewJobs(Line.ATELIER, "Repair"))));
    }

    private static StationCommand.NewJob newJob(String ticket, long target) {
        return new StationCommand.NewJob(A, ticket, target);
    }

    private static Job planned() {
        return new Job(
                "4711",
                "Planned after all",
                Line.OEM,
                50,
                Job.TOLERANCE_DEFAULT,
                List.of(
                        new Task(FOUND, "Glue", ProcessMode.BATCH),
                        new Task(new TaskId("4711", 2), "Pack", ProcessMode.BATCH)),
                List.of(),
                List.of(),
                null,
                null);
    }

    @Test
    void ST_1_an_unknown_number_creates_the_job_where_the_station_allows_it() {
        assertThat(floor.refuse(B1, newJob("4711", 3)).code()).isEqualTo(Refusal.NOT_ALLOWED);
        allowNewJobs(Checklist.NONE);
        floor.accept(B1, newJob("4711", 3));

        Job job = floor.server().job("4711").orElseThrow();
        assertThat(job.line()).isEqualTo(Line.ATELIER);
        assertThat(job.target()).isEqualTo(3);
        assertThat(job.tasks()).containsExactly(new Task(FOUND, "Repair", ProcessMode.BATCH));
        floor.accept(B1, new Command.Start(A, FOUND, null, null, null));
        floor.accept(B1, new Command.Complete(A, FOUND, 3, List.of(), null));
        assertThat(floor.server().task(FOUND).orElseThrow().good()).isEqualTo(3);
    }

    @Test
    void ST_1_only_a_number_that_is_one_and_that_nobody_knows_creates_a_job() {
        allowNewJobs(Checklist.NONE);
        floor.accept(B1, newJob("4711", 3));

        assertThat(floor.refuse(B1, newJob("4711", 3)).code()).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(floor.refuse(B1, newJob("no code", 3)).code()).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(floor.refuse(B1, newJob("4712", 0)).code()).isEqualTo(Refusal.QTY_INVALID);
        assertThat(floor.refuse(B1, newJob("4712", 1L << 40)).code())
                .isEqualTo(Refusal.QTY_INVALID);
        assertThat(floor.refuse(B2, newJob("4712", 3)).code())
                .as("the next bench does not allow it")
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void ST_2_a_job_is_work_too_and_waits_for_the_opening_checklist() {
        allowNewJobs(
                new Checklist(
                        List.of(new Checklist.Item("guard", Map.of(), true, Checklist.Ask.TICK))));
        stations.signOn("A");

        assertThat(floor.refuse(B1, newJob("4711", 3)).code()).isEqualTo(Refusal.CHECKLIST_DUE);
    }

    @Test
    void ST_1_what_the_office_plans_holds_over_what_a_bench_began_in_either_order() {
        allowNewJobs(Checklist.NONE);
        Job begun = new NewJobs(Line.ATELIER, "Repair").job("4711", 3);
        floor.force(B1, "A", new PlanFact.JobReleased(begun));
        floor.accept(B1, new Command.Complete(A, FOUND, 2, List.of(), null));
        floor.plan(new PlanFact.JobReleased(planned()));
        assertThat(floor.server().job("4711")).contains(planned());

        floor.force(B2, "A", new PlanFact.JobReleased(begun));
        assertThat(floor.server().job("4711")).contains(planned());
        assertThat(floor.server().task(FOUND).orElseThrow().good()).isEqualTo(2);
    }

    /** Records it, and what the station does because of it. */
    private void work(Command command) {
        Event event = floor.accept(B1, command);
        new Place(floor.replica(B1), BENCH)
                .follows(A, event.fact())
                .ifPresent(set -> floor.accept(B1, set));
    }

    private StationStatus status() {
        return stations.latest("A").status();
    }

    @Test
    void ST_3_work_makes_the_station_produce_and_the_last_hold_makes_it_stop() {
        stations.signOn("A");
        work(starting("A", 1, null));
        assertThat(status()).isEqualTo(StationStatus.PRODUCTION);
        work(new Command.Complete(A, TestFloor.task(1), 5, List.of(), null));
        assertThat(stations.latest("A").timeline()).hasSize(2);

        work(new Command.Hold(A, TestFloor.task(1), "material"));
        assertThat(status()).isEqualTo(StationStatus.STOPPED);
        assertThat(stations.latest("A").timeline().getLast().reason()).isEqualTo("material");
        work(new Command.Resume(A, TestFloor.task(1), null, null));
        assertThat(status()).isEqualTo(StationStatus.PRODUCTION);
        work(new Command.EndShift(A));
        assertThat(status()).isEqualTo(StationStatus.STOPPED);
    }

    @Test
    void ST_3_a_station_that_is_made_ready_stays_so_until_a_piece_is_made() {
        stations.signOn("A");
        stations.status("A", StationStatus.SETUP, null);
        work(starting("A", 1, null));
        assertThat(status()).isEqualTo(StationStatus.SETUP);
        work(new Command.Complete(A, TestFloor.task(1), 1, List.of(), null));
        assertThat(status()).isEqualTo(StationStatus.PRODUCTION);
    }

    @Test
    void ST_3_a_start_that_is_taken_back_stops_the_station_again() {
        stations.signOn("A");
        Event started = floor.accept(B1, starting("A", 1, null));
        new Place(floor.replica(B1), BENCH)
                .follows(A, started.fact())
                .ifPresent(set -> floor.accept(B1, set));
        work(new Command.Undo(A, started.id(), "undo"));

        assertThat(status()).isEqualTo(StationStatus.STOPPED);
    }

    @Test
    void ST_3_the_last_piece_of_a_task_stops_the_station() {
        stations.signOn("A");
        work(starting("A", 1, null));
        work(new Command.Complete(A, TestFloor.task(1), 100, List.of(), null));

        assertThat(status()).isEqualTo(StationStatus.STOPPED);
    }

    @Test
    void ST_3_nothing_follows_where_nobody_is_signed_on() {
        Event started = floor.start(B1, "A", 1);

        assertThat(new Place(floor.replica(B1), BENCH).follows(A, started.fact()))
                .isEqualTo(Optional.empty());
    }
}
