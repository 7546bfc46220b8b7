package stint.powercut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import stint.journal.Journal;
import stint.powercut.Leftover.Model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Whatever a disk keeps when the power goes while a journal lets go of records: none is missing
 * that nothing stands for, and what stands is whole. See {@link Cut} for more cuts.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LetGoPowerCutTest {

    private static final int CUTS_PER_RECORDING = 20;
    private static final int CUTS_PER_CUT_AFTER_A_KILL = 10;
    private static final int RECORDS = 80;
    private static final int TRIES = 10;
    private static final Write.Stood NONE = new Write.Stood(-1, 1);

    @TempDir private Path directory;

    private final Random luck = new Random(Cut.SEED);
    private int gone;
    private int between;

    /** What must not come from a sound journal, and how the disk shows it. */
    private enum Fault {
        /** What stands is not forced before it takes its name. */
        UNFORCED(Model.DROPPED) {
            @Override
            List<Write> in(List<Write> writes) {
                return writes.stream()
                        .filter(write -> !write.equals(new Write.Forced("let-go.new")))
                        .toList();
            }
        },
        /** What stands takes its name after the segments were deleted. */
        TOO_LATE(Model.WHOLE) {
            @Override
            List<Write> in(List<Write> writes) {
                List<Write> late = new ArrayList<>();
                Optional<Write> held = Optional.empty();
                for (Write write : writes) {
                    if (write.equals(new Write.Moved("let-go.new", "let-go"))) {
                        held = Optional.of(write);
                    } else {
                        if (write instanceof Write.Stood) {
                            held.ifPresent(late::add);
                            held = Optional.empty();
                        }
                        late.add(write);
                    }
                }
                return late;
            }
        },
        /** Segments are deleted and the directory is not forced in between. */
        ANY_ORDER(Model.SCATTERED) {
            @Override
            List<Write> in(List<Write> writes) {
                List<Write> unforced = new ArrayList<>();
                boolean deleted = false;
                for (Write write : writes) {
                    deleted = isSegmentDeleted(write) || deleted;
                    if (deleted && write instanceof Write.DirectoryForced) {
                        deleted = false;
                    } else {
                        unforced.add(write);
                    }
                }
                return unforced;
            }
        };

        private final Model model;

        Fault(Model model) {
            this.model = model;
        }

        abstract List<Write> in(List<Write> writes);
    }

    @ParameterizedTest
    @EnumSource
    void SY_3_a_power_cut_takes_nothing_that_nothing_stands_for(Model model) throws IOException {
        LettingGo use = new LettingGo(luck);
        for (int number = 0; number < Cut.CUTS; number++) {
            if (number % CUTS_PER_RECORDING == 0) {
                use = new LettingGo(luck);
                use.use(directory);
            }
            int end = luck.nextInt(use.writes().size() + 1);
            cut(new Cut(number, use.writes().subList(0, end), model), use.given());
        }
        assertThat(gone).as("cuts after something was let go").isPositive();
        assertThat(between).as("cuts while something was let go").isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void SY_3_a_power_cut_after_a_kill_takes_nothing_either(Model model) throws IOException {
        int number = 0;
        while (number < Cut.CUTS / CUTS_PER_CUT_AFTER_A_KILL) {
            LettingGo use = new LettingGo(luck);
            use.run(directory, RECORDS);
            for (int end = 1; end <= use.writes().size(); end++) {
                if (changesNames(use.writes().get(end - 1))) {
                    LettingGo killed = use.killed(end);
                    killed.run(directory, 1 + luck.nextInt(4));
                    int cut = luck.nextInt(end, killed.writes().size() + 1);
                    List<Write> writes = killed.writes().subList(0, cut);
                    cut(new Cut(number, writes, model), killed.given());
                    number++;
                }
            }
        }
    }

    private void cut(Cut cut, List<Instead> given) throws IOException {
        Path left = cut.leave(directory);
        check(left, cut, given);
        Cut.delete(left);
    }

    private void check(Path left, Cut cut, List<Instead> given) throws IOException {
        String what = cut.toString();
        Write.Stood stood =
                cut.writes().stream()
                        .filter(Write.Stood.class::isInstance)
                        .map(Write.Stood.class::cast)
                        .reduce(NONE, (earlier, later) -> later);
        int first;
        int last;
        Instead next;
        try (Journal journal = Journal.open(left, LettingGo.SMALL)) {
            first = (int) journal.firstIndex();
            last = (int) journal.lastIndex();
            assertThat(last)
                    .as(what)
                    .isGreaterThanOrEqualTo(NumberedRecords.confirmed(cut.writes()));
            Instead instead = journal.instead().map(Instead::of).orElse(new Instead(-1, 0));
            assertThat(instead.number()).as(what).isGreaterThanOrEqualTo(stood.number());
            if (instead.number() >= 0) {
                assertThat(given).as(what).contains(instead);
            }
            assertThat((long) first)
                    .as(what)
                    .isGreaterThanOrEqualTo(stood.first())
                    .isLessThanOrEqualTo(instead.upTo() + 1);
            NumberedRecords.assertWhole(journal, first, last, what);
            gone += first > 1 ? 1 : 0;
            between += instead.number() > stood.number() ? 1 : 0;

            do {
                NumberedRecords.append(journal, last, last + 3).join();
                last += 3;
                next = new Instead(given.size(), last - 1);
            } while (!journal.letGo(last, next::bytes));
            assertThat(journal.firstIndex()).as(what).isGreaterThan(first);
            first = (int) journal.firstIndex();
        }
        try (Journal journal = Journal.open(left, LettingGo.SMALL)) {
            assertThat(journal.startedCleanly()).as(what).isTrue();
            assertThat(journal.instead().map(Instead::of)).as(what).contains(next);
            NumberedRecords.assertWhole(journal, first, last, what);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsNoticed(Fault fault) throws IOException {
        LettingGo use = new LettingGo(luck);
        use.run(directory, RECORDS);
        assertThat(loses(use.writes(), fault.model, use.given(), 1)).as("sound").isFalse();
        assertThat(loses(fault.in(use.writes()), fault.model, use.given(), TRIES))
                .as("with the fault")
                .isTrue();
    }

    /** Whether a cut loses something, of some just after each segment was deleted. */
    private boolean loses(List<Write> writes, Model model, List<Instead> given, int tries)
            throws IOException {
        boolean loses = false;
        for (int number = 0; number < tries * writes.size() && !loses; number++) {
            int end = number / tries + 1;
            if (isSegmentDeleted(writes.get(end - 1))) {
                Cut cut = new Cut(number, writes.subList(0, end), model);
                Path left = cut.leave(directory);
                try {
                    check(left, cut, given);
                } catch (AssertionError | IOException e) {
                    loses = true;
                }
                Cut.delete(left);
            }
        }
        return loses;
    }

    private static boolean changesNames(Write write) {
        return write instanceof Write.Moved || write instanceof Write.Deleted;
    }

    private static boolean isSegmentDeleted(Write write) {
        return write instanceof Write.Deleted deleted && deleted.file().endsWith(".journal");
    }
}
