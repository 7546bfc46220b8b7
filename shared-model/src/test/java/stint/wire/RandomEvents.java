package stint.wire;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random events of one station, the same for the same seed. */
final class RandomEvents {

    private static final String TEXT = "aZ09 \"\\/\n\t\u0001éกำלжж\u2028😀";

    private final SplittableRandom random;
    private final List<Fact> samples = List.copyOf(SampleFacts.all().keySet());
    private long sequence;

    RandomEvents(long seed) {
        random = new SplittableRandom(seed);
    }

    Event next() {
        sequence++;
        Fact fact = random.nextInt(4) == 0 ? samples.get(random.nextInt(samples.size())) : work();
        return new Event(
                new EventId(
                        new StationCode("BENCH-" + random.nextInt(1, 9)),
                        random.nextInt(1, 5),
                        sequence),
                text(),
                maybe() ? new OperatorCode("OP-" + random.nextInt(100)) : null,
                new Hlc(random.nextLong(1L << 43), random.nextInt(100)),
                clock(),
                random.nextLong(1L << random.nextInt(1, 40)),
                random.nextLong(5),
                fact);
    }

    private TimeReading clock() {
        return new TimeReading(
                Instant.ofEpochSecond(
                        random.nextLong(-1_000_000, 4_000_000_000L),
                        maybe()
                                ? random.nextInt(1_000) * 1_000_000L
                                : random.nextInt(1_000_000_000)),
                random.nextInt(-1080, 1081),
                random.nextLong(),
                random.nextLong(1L << 40),
                random.nextLong(-1_000_000, 1_000_000),
                random.nextLong(1_000));
    }

    private WorkFact work() {
        TaskId task = new TaskId("JT" + random.nextInt(1_000), random.nextInt(1, 20));
        @Nullable EventId session =
                maybe()
                        ? new EventId(
                                new StationCode("ม้านั่ง-1"), 2, random.nextLong(1, Long.MAX_VALUE))
                        : null;
        List<Serial> serials = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            serials.add(new Serial("SN" + random.nextInt(10_000)));
        }
        int quantity = serials.isEmpty() ? random.nextInt(1, 1_000_001) : serials.size();
        return switch (random.nextInt(4)) {
            case 0 -> new WorkFact.Completed(task, session, quantity, serials, null);
            case 1 -> new WorkFact.Scrapped(task, session, quantity, serials, text());
            case 2 -> new WorkFact.Held(task, session, maybe() ? text() : null);
            default -> new WorkFact.Started(task, session, null, List.of(), null, null);
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int[] points = TEXT.codePoints().toArray();
        for (int count = random.nextInt(12); count > 0; count--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    /** A choice for tests that mangle what they got. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
