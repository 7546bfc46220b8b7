package stint.powercut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import stint.domain.event.EventId;
import stint.domain.floor.FloorFold;
import stint.domain.work.FloorView;
import stint.powercut.Leftover.Model;
import stint.sync.Bench;
import stint.sync.Entry;
import stint.sync.HistoryElsewhereException;
import stint.sync.PlainServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Whatever a disk keeps when the power goes while a whole bench takes bases, lets go and keeps
 * snapshots: it starts, knows all it confirmed, and comes to the same as the server. See {@link
 * Cut} for more cuts.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class BenchPowerCutTest {

    private static final int CUTS_PER_RECORDING = 10;

    /** A whole bench takes so many times as long as a journal. */
    private static final int LONGER = 5;

    private static final String FIRST = "0000000000000000001.journal";
    private static final Write.Published NOTHING = new Write.Published(0, 0);

    @TempDir private Path directory;

    private final Random luck = new Random(Cut.SEED);
    private int based;
    private int gone;

    @ParameterizedTest
    @EnumSource
    void SY_2_SY_3_a_power_cut_takes_nothing_from_a_bench_that_goes_on_from_bases(Model model)
            throws Exception {
        BenchInUse use = new BenchInUse(luck);
        for (int number = 0; number < Cut.CUTS / LONGER; number++) {
            if (number % CUTS_PER_RECORDING == 0) {
                use = new BenchInUse(luck);
                use.use(directory);
            }
            List<Write> writes = use.writes();
            int end = luck.nextInt(writes.size() + 1);
            Cut cut = new Cut(number, writes.subList(0, end), model);
            Path left = cut.leave(directory);
            check(left, cut, use);
            Cut.delete(left);
        }
        assertThat(based).as("cuts after a base was taken").isPositive();
        assertThat(gone).as("cuts after the feed before it was let go").isPositive();
    }

    @Test
    void aBaseThatIsNotForcedBeforeItStandsIsNoticed() throws Exception {
        BenchInUse use = new BenchInUse(luck);
        use.use(directory);
        Write forced = new Write.In("feed", new Write.Forced("let-go.new"));
        Write stands = new Write.In("feed", new Write.Moved("let-go.new", "let-go"));
        List<Write> writes = use.writes().stream().filter(write -> !write.equals(forced)).toList();
        assertThat(writes)
                .as("bases were taken")
                .contains(stands)
                .hasSizeLessThan(use.writes().size());
        int noticed = 0;
        for (int end = writes.indexOf(stands) + 1; end <= writes.size() && noticed == 0; end++) {
            Cut cut = new Cut(end, writes.subList(0, end), Model.DROPPED);
            Path left = cut.leave(directory);
            try {
                check(left, cut, use);
            } catch (AssertionError | IOException e) {
                noticed++;
            }
            Cut.delete(left);
        }
        assertThat(noticed).as("cuts that lose a base").isPositive();
    }

    private void check(Path left, Cut cut, BenchInUse use) throws Exception {
        String what = cut.toString();
        PlainServer server = use.serverOf(published(cut.writes()));
        int confirmed = NumberedRecords.confirmed(cut.writes());
        List<EventId> mustBe = List.copyOf(use.confirmed().subList(0, confirmed));
        Path feed = left.resolve("feed");
        based += Files.exists(feed.resolve("let-go")) ? 1 : 0;
        gone += Files.exists(feed.resolve("let-go")) && !Files.exists(feed.resolve(FIRST)) ? 1 : 0;
        try (Bench bench = use.open(left)) {
            assertThat(bench.knowsOwnWorkOnly()).as(what).isFalse();
            mustBe.forEach(id -> assertThat(knows(bench, id)).as("%s: %s", what, id).isTrue());
            Optional<EventId> _ = use.tap(bench);
            sync(server, bench, what);
            same(server, bench, what);
            assertThat(server.entries().stream().map(entry -> entry.event().id()))
                    .as(what)
                    .doesNotHaveDuplicates()
                    .containsAll(mustBe);
        }
        try (Bench again = use.open(left)) {
            same(server, again, what + ", started once more");
        }
    }

    private static Write.Published published(List<Write> writes) {
        return writes.stream()
                .filter(Write.Published.class::isInstance)
                .map(Write.Published.class::cast)
                .reduce(NOTHING, (earlier, later) -> later);
    }

    /** What is in its base it knows. */
    private static boolean knows(Bench bench, EventId id) {
        try {
            return bench.floor().event(id).isPresent();
        } catch (HistoryElsewhereException e) {
            return true;
        }
    }

    private static void sync(PlainServer server, Bench bench, String what) throws Exception {
        for (int rounds = 0; rounds < 3; rounds++) {
            assertThat(server.sync(bench).problem()).as(what).isNull();
        }
        assertThat(bench.unsentCount()).as(what).isZero();
        assertThat(bench.cursor().position()).as(what).isEqualTo(server.last());
    }

    private static void same(PlainServer server, Bench bench, String what) {
        List<Entry> shuffled = new ArrayList<>(server.entries());
        Collections.shuffle(shuffled, new Random(shuffled.size()));
        FloorFold rebuilt = new FloorFold();
        for (Entry entry : shuffled) {
            entry.event().event().ifPresent(rebuilt::apply);
        }
        assertThat(text(bench.floor().view())).as(what).isEqualTo(text(rebuilt.view()));
    }

    private static List<String> text(FloorView view) {
        List<String> text = new ArrayList<>();
        view.tasks().forEach(task -> text.add(task.toString()));
        view.exceptions().forEach(exception -> text.add(exception.toString()));
        text.add(view.operators().toString());
        return text;
    }
}
