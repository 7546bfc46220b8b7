package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.RunFact;
import stint.domain.floor.FloorFold;
import stint.domain.sop.WorkSession;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Work sessions on random floors. A failure names its seed; {@code -Dseed=N -Dfloors=1} replays it.
 */
class RandomRunsTest {

    private static final int FLOORS = Integer.getInteger("floors", 60);
    private static final long SEED = Long.getLong("seed", 20_251_030L);
    private static final int ATTEMPTS = 600;

    /** So many floors see all that is looked for; fewer replay one. */
    private static final int FLOORS_THAT_SEE_ALL = 30;

    /** What an approval stands for. */
    private record Approved(Map<String, WorkSession.Result> results, String state) {

        static Approved of(WorkSession run) {
            return new Approved(run.results(), run.state() + " " + run.pausedFor());
        }
    }

    @Test
    void SOP_5_on_random_floors_an_approval_stands_for_the_same_for_ever() {
        Set<String> seen = new TreeSet<>();
        for (int number = 0; number < FLOORS; number++) {
            long seed = SEED + number;
            TestFloor floor = RandomFloor.of(new Random(seed), ATTEMPTS);
            Map<EventId, Approved> approvals = new HashMap<>();
            FloorFold fold = new FloorFold();
            for (Event event : floor.feed()) {
                fold.apply(event);
                if (event.fact() instanceof RunFact.RunApproved approved) {
                    fold.sops().session(approved.run()).ifPresent(run -> note(run, approvals));
                }
            }
            fold.sops()
                    .sessions()
                    .filter(WorkSession::locked)
                    .forEach(run ->
                            assertThat(Approved.of(run))
                                    .as("replay with -Dfloors=1 -Dseed=%s", seed)
                                    .isEqualTo(approvals.getOrDefault(approval(run), of(run))));
            fold.sops().sessions().forEach(run -> seen.add(run.state().word()));
            fold.sops().sessions().filter(WorkSession::locked).forEach(run -> seen.add("approved"));
            fold.exceptions().forEach(raised -> seen.add(raised.type().name()));
        }
        if (FLOORS < FLOORS_THAT_SEE_ALL) {
            return;
        }
        assertThat(seen)
                .contains(
                        "in_progress",
                        "paused",
                        "completed",
                        "cancelled",
                        "approved",
                        "RUN_TWICE",
                        "SOP_SUPERSEDED",
                        "AFTER_RUN_END",
                        "AFTER_APPROVAL");
    }

    private static Approved of(WorkSession run) {
        return Approved.of(run);
    }

    private static void note(WorkSession run, Map<EventId, Approved> approvals) {
        if (run.locked()) {
            approvals.putIfAbsent(approval(run), Approved.of(run));
        }
    }

    private static EventId approval(WorkSession run) {
        return Objects.requireNonNull(run.approval()).event();
    }
}
