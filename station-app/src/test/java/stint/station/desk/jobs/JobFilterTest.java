package stint.station.desk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import stint.station.desk.jobs.JobFilter.Which;
import stint.wire.planning.JobDetail;
import stint.wire.planning.JobView;
import stint.wire.planning.StepView;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class JobFilterTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 10);

    private static final List<JobView> JOBS =
            List.of(
                    job("JT1", "Tote", "oem", "MO-7", TODAY.plusDays(20), "in_progress"),
                    job("JT2", "Clutch", "atelier", null, null, "pending"),
                    job("JT3", "Evening bag", "atelier", null, TODAY.minusDays(1), "in_progress"),
                    job("JT4", "Key case", "oem", "MO-8", TODAY.plusDays(7), "pending"),
                    job("JT5", "Belt", "atelier", null, TODAY.minusDays(9), "done"),
                    job("JT6", "Strap", "atelier", null, null, "cancelled"));

    private static JobView job(
            String ticket,
            String name,
            String line,
            @Nullable String order,
            @Nullable LocalDate due,
            String status) {
        boolean late = due != null && due.isBefore(TODAY) && !status.equals("done");
        return new JobView(
                ticket, name, line, order, null, 10, due, late, status, 0, 0, "v", Instant.EPOCH);
    }

    private static List<String> found(Which which, String search) {
        return new JobFilter(which, search).of(JOBS, TODAY).stream().map(JobView::ticket).toList();
    }

    @Test
    void lateOnesComeFirstThenByDueDateAndThoseWithoutOneLast() {
        assertThat(found(Which.OPEN, "")).containsExactly("JT3", "JT4", "JT1", "JT2");
    }

    @Test
    void eachFilterShowsItsOwn() {
        assertThat(found(Which.LATE, "")).containsExactly("JT3");
        assertThat(found(Which.DUE, "")).containsExactly("JT3", "JT4");
        assertThat(found(Which.ATELIER, "")).containsExactly("JT3", "JT2");
        assertThat(found(Which.OEM, "")).containsExactly("JT4", "JT1");
        assertThat(found(Which.OVER, "")).containsExactly("JT5", "JT6");
        assertThat(found(Which.ALL, "")).hasSize(JOBS.size());
    }

    @Test
    void aSearchFindsTicketNameAndOrderInAnyCase() {
        assertThat(found(Which.ALL, " jt4 ")).containsExactly("JT4");
        assertThat(found(Which.ALL, "BAG")).containsExactly("JT3");
        assertThat(found(Which.ALL, "mo-7")).containsExactly("JT1");
        assertThat(found(Which.ALL, "nothing")).isEmpty();
    }

    @Test
    void aPieceIsWhereverItIsReadyAndAnOperationAsFarAsTheFarthestBeforeIt() {
        JobDetail detail =
                new JobDetail(
                        JOBS.getFirst(),
                        List.of(
                                step(1, "Cut", List.of("S2")),
                                step(2, "Line", List.of("S1")),
                                step(3, "Sew", List.of("S1")),
                                step(4, "Paint", List.of())),
                        List.of(
                                List.of(1, 2),
                                List.of(1, 3),
                                List.of(2, 4),
                                List.of(3, 4),
                                List.of(1, 4)),
                        List.of("S3", "S1", "S2"));

        assertThat(Piece.of(detail))
                .containsExactly(
                        new Piece("S1", List.of("Line", "Sew")),
                        new Piece("S2", List.of("Cut")),
                        new Piece("S3", List.of()));
    }

    private static StepView step(int number, String name, List<String> ready) {
        return new StepView(
                number,
                name,
                "piece",
                null,
                null,
                0,
                "pending",
                false,
                0,
                0,
                ready.size(),
                ready,
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
