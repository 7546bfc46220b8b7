package stint.board;

import stint.wire.protocol.BoardView;
import stint.wire.protocol.BoardView.JobCard;
import stint.wire.protocol.BoardView.Person;
import stint.wire.protocol.BoardView.StationCard;
import stint.wire.protocol.BoardView.TaskCard;
import stint.wire.protocol.BoardView.Totals;
import stint.wire.protocol.ExceptionView;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Boards as a server sends them, for tests. */
final class Boards {

    static final Instant NOON = Instant.parse("2025-10-30T05:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2025, 10, 30);

    private Boards() {}

    static BoardView board(long position, JobCard... jobs) {
        return board(position, List.of(), List.of(), jobs);
    }

    static BoardView board(
            long position,
            List<StationCard> stations,
            List<ExceptionView> exceptions,
            JobCard... jobs) {
        return new BoardView(
                "chiang-mai",
                "g1",
                position,
                NOON.toEpochMilli(),
                List.of(jobs),
                stations,
                exceptions,
                new Totals(412, 5, 3, 1, 2, 4));
    }

    static JobCard job(String ticket, LocalDate due, boolean done, TaskCard... tasks) {
        return new JobCard(ticket, "Job " + ticket, "OEM", 100, due, false, done, List.of(tasks));
    }

    static JobCard job(String ticket, TaskCard... tasks) {
        return job(ticket, TODAY.plusDays(9), false, tasks);
    }

    static TaskCard task(int sequence, String status, long good, int people, String... unheard) {
        return new TaskCard(
                sequence,
                "Step " + sequence,
                status,
                false,
                100,
                good,
                0,
                good / 100.0,
                IntStream.rangeClosed(1, people)
                        .mapToObj(n -> new Person("P" + n, "ช่าง " + n, "BENCH-1", NOON))
                        .toList(),
                List.of(),
                List.of(unheard));
    }
}
