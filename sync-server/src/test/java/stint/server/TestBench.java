package stint.server;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.wire.Chain;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.Hash;
import stint.wire.protocol.PushHeader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A bench that records without deciding, for tests of what the server makes of it. */
final class TestBench {

    static final TaskId TASK = new TaskId("JT251030001", 1);

    private final StationCode code;
    private final int epoch;
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<Hash> hashes = new ArrayList<>();
    private Hlc hlc = Hlc.ZERO;
    private Duration ago = Duration.ZERO;

    TestBench(String code) {
        this(code, 1, Hash.ZERO);
    }

    TestBench(String code, int epoch, Hash previous) {
        this.code = new StationCode(code);
        this.epoch = epoch;
        hashes.add(previous);
    }

    /** What it records from now on was recorded so long ago. */
    TestBench ago(Duration time) {
        ago = time;
        return this;
    }

    StationCode code() {
        return code;
    }

    int size() {
        return bodies.size();
    }

    List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    TestBench start(String operator) {
        return record(operator, new WorkFact.Started(TASK, null, null, List.of(), null, null));
    }

    TestBench complete(String operator, int quantity) {
        return record(operator, new WorkFact.Completed(TASK, null, quantity, List.of(), null));
    }

    TestBench record(String operator, Fact fact) {
        long now = Instant.now().minus(ago).toEpochMilli();
        hlc = hlc.next(now);
        Event event =
                new Event(
                        new EventId(code, epoch, bodies.size() + 1),
                        "TEST",
                        new OperatorCode(operator),
                        hlc,
                        new TimeReading(Instant.ofEpochMilli(now), 420, 1, now, 0, 0),
                        0,
                        bodies.size() + 1,
                        fact);
        return raw(EventCodec.encode(event));
    }

    /** Whatever bytes as the next event. */
    TestBench raw(byte[] body) {
        bodies.add(body);
        hashes.add(Chain.next(hashes.getLast(), body));
        return this;
    }

    /** The events from one sequence to another, both included, as they are pushed. */
    EventBatch<PushHeader> batch(int from, int to) {
        PushHeader header =
                new PushHeader(
                        1,
                        code.value(),
                        epoch,
                        from,
                        hashes.get(from - 1).toString(),
                        hashes.get(to).toString(),
                        to - from + 1);
        return new EventBatch<>(header, bodies.subList(from - 1, to));
    }

    EventBatch<PushHeader> all() {
        return batch(1, size());
    }

    Hash hash(int sequence) {
        return hashes.get(sequence);
    }
}
