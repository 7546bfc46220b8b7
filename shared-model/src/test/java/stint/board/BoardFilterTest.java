package stint.board;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.board.Boards.NOON;
import static stint.board.Boards.job;
import static stint.board.Boards.task;

import org.junit.jupiter.api.Test;

import stint.wire.protocol.BoardView;
import stint.wire.protocol.BoardView.JobCard;
import stint.wire.protocol.BoardView.Made;
import stint.wire.protocol.BoardView.Shift;
import stint.wire.protocol.BoardView.StationCard;
import stint.wire.protocol.BoardView.Totals;
import stint.wire.protocol.ExceptionView;

import java.util.List;
import java.util.Map;

/** A board of a part of the floor (BD-1). */
class BoardFilterTest {

    private static final JobCard SEWN = job("J1", task(1, "in_progress", 5, 1));
    private static final JobCard WAITING = job("J2", task(1, "pending", 0, 0));
    private static final JobCard BY_HAND =
            new JobCard("A7", "Evening bag", "ATELIER", 10, null, false, false, List.of());

    private static final BoardView VIEW =
            new BoardView(
                    "site",
                    "g",
                    1,
                    0,
                    List.of(SEWN, WAITING, BY_HAND),
                    List.of(station("BENCH-1", "Sewing"), station("BENCH-2", null)),
                    List.of(
                            exception("J2/1", null),
                            exception(null, "BENCH-2"),
                            exception(null, "BENCH-1")),
                    new Totals(0, 0, 0, 0, 0, 0),
                    new Shift(NOON, 12, 3, Map.of("J1", new Made(5, 2), "A7", new Made(7, 1))));

    private static StationCard station(String code, String area) {
        return new StationCard(code, NOON, 1, true, List.of(), null, null, List.of(), area);
    }

    private static ExceptionView exception(String task, String station) {
        return new ExceptionView("X", task, null, null, null, station, List.of());
    }

    private static List<String> jobs(BoardView view) {
        return view.jobs().stream().map(JobCard::ticket).toList();
    }

    @Test
    void BD_1_a_line_shows_its_jobs_and_what_was_made_of_them() {
        BoardView shown = new BoardFilter("atelier", null, "").of(VIEW);

        assertThat(jobs(shown)).containsExactly("A7");
        assertThat(shown.shift()).isEqualTo(new Shift(NOON, 7, 1, Map.of("A7", new Made(7, 1))));
        assertThat(shown.exceptions()).isEmpty();
        assertThat(shown.stations()).hasSize(2);
    }

    @Test
    void BD_1_an_area_shows_its_stations_and_the_jobs_somebody_is_at_there() {
        BoardView shown = new BoardFilter(null, "Sewing", null).of(VIEW);

        assertThat(jobs(shown)).containsExactly("J1");
        assertThat(shown.stations()).extracting(StationCard::code).containsExactly("BENCH-1");
        assertThat(shown.exceptions())
                .extracting(ExceptionView::station)
                .containsExactly("BENCH-1");
    }

    @Test
    void BD_1_a_job_is_found_by_its_ticket_or_name_in_whatever_case() {
        assertThat(jobs(new BoardFilter(null, null, "evening").of(VIEW))).containsExactly("A7");
        BoardView shown = new BoardFilter(null, null, "j2").of(VIEW);
        assertThat(jobs(shown)).containsExactly("J2");
        assertThat(shown.exceptions()).extracting(ExceptionView::task).containsExactly("J2/1");
    }

    @Test
    void BD_1_whoever_asks_for_nothing_is_shown_all() {
        assertThat(new BoardFilter(" ", "", null)).isEqualTo(BoardFilter.ALL);
        assertThat(BoardFilter.ALL.of(VIEW)).isSameAs(VIEW);
    }
}
