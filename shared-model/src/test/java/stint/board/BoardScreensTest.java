package stint.board;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.board.Boards.NOON;
import static stint.board.Boards.TODAY;
import static stint.board.Boards.board;
import static stint.board.Boards.job;
import static stint.board.Boards.task;

import org.junit.jupiter.api.Test;

import stint.board.BoardScreen.Card;
import stint.board.BoardScreen.Mark;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.BoardView.JobCard;
import stint.wire.protocol.BoardView.StationCard;
import stint.wire.protocol.ExceptionView;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

class BoardScreensTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final URI SERVER = URI.create("http://stint.lan:7070");

    @Test
    void BD_1_aBoardThatNeverHeardAServerSaysForWhomItWaits() {
        BoardScreen screen = screens("en").screen(BoardKnown.NOTHING, Places.NONE, 0, NOON);

        assertThat(screen.notice()).contains("http://stint.lan:7070");
        assertThat(screen.clock()).isEqualTo("12:00");
    }

    @Test
    void BD_1_aServerThatIsGoneLeavesWhatWasKnownWithItsAge() {
        BoardView view = board(7, job("J1", task(1, "in_progress", 42, 1)));
        var known = new BoardKnown(view, NOON, false);

        assertThat(screen(known, NOON.plusSeconds(2)).stale()).isNull();
        BoardScreen later = screen(known, NOON.plus(Duration.ofMinutes(3)));
        assertThat(later.stale()).isEqualTo("Server not heard for 3 min · shown as of 12:00");
        assertThat(card(later, 0).rows().getFirst().good()).isEqualTo("42");
    }

    @Test
    void BD_1_cardsKeepTheirPlaceWhenOthersComeAndGo() {
        JobCard one = job("J1");
        JobCard two = job("J2");
        JobCard three = job("J3");
        JobCard zero = job("J0");

        Places first = Places.NONE.with(List.of(one, two, three), 6);
        Places second = first.with(List.of(zero, one, three), 6);

        assertThat(second.byTicket()).containsEntry("J1", 0).containsEntry("J3", 2);
        assertThat(second.byTicket())
                .as("the new one takes the place left free")
                .containsEntry("J0", 1);
    }

    @Test
    void doneJobsStayWhileThereIsRoomAndMakeNoPageOfTheirOwn() {
        List<JobCard> jobs = new ArrayList<>();
        for (int n = 1; n <= 9; n++) {
            jobs.add(job("D" + n, TODAY, true));
        }
        jobs.add(job("J1"));

        Places places = Places.NONE.with(jobs, 6);

        assertThat(places.pages(6)).isEqualTo(1);
        assertThat(places.byTicket()).containsKeys("J1", "D9", "D5").doesNotContainKey("D4");
    }

    @Test
    void moreJobsThanFitTurnPages() {
        List<JobCard> jobs = new ArrayList<>();
        for (int n = 1; n <= 8; n++) {
            jobs.add(job("J" + n));
        }
        BoardView view = board(1, jobs.toArray(new JobCard[0]));
        var known = new BoardKnown(view, NOON, true);
        Places places = Places.NONE.with(jobs, BoardScreens.PER_PAGE);

        BoardScreen second = screens("en").screen(known, places, 1, NOON);

        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.cards().stream().filter(Objects::nonNull).map(Card::ticket))
                .containsExactly("J7", "J8");
    }

    @Test
    void whatIsLateIsAnAlarmInWordsAndWhatIsDoneIsNot() {
        BoardScreen screen =
                screen(
                        live(
                                board(
                                        1,
                                        job("J1", TODAY.minusDays(2), false),
                                        job("J2", TODAY.minusDays(2), true),
                                        job("J3", TODAY, false),
                                        job("J4", TODAY.plusDays(9), false))),
                        NOON);

        assertThat(card(screen, 0).due()).isEqualTo("2 days late");
        assertThat(card(screen, 0).dueMark()).isEqualTo(Mark.ALARM);
        assertThat(card(screen, 1).due()).isEqualTo("due today");
        assertThat(card(screen, 1).dueMark()).isEqualTo(Mark.WATCH);
        assertThat(card(screen, 2).dueMark()).isEqualTo(Mark.CALM);
        assertThat(card(screen, 3).ticket()).isEqualTo("J2");
        assertThat(card(screen, 3).dueMark()).isEqualTo(Mark.CALM);
    }

    @Test
    void PR_6_aNumberThatMayBeIncompleteNamesTheBenchNotHeard() {
        BoardScreen screen =
                screen(
                        live(
                                board(
                                        1,
                                        List.of(station("BENCH-3", 840, false)),
                                        List.of(),
                                        job("J1", task(1, "in_progress", 42, 1, "BENCH-3")))),
                        NOON);

        assertThat(card(screen, 0).unheard()).isEqualTo("BENCH-3: last heard 14 min ago");
        assertThat(screen.benches().getFirst().text()).isEqualTo("last heard 14 min ago");
        assertThat(screen.benches().getFirst().mark()).isEqualTo(Mark.WATCH);
    }

    @Test
    void PR_4_tooManyPiecesAreSaidAtTheTaskAndBelow() {
        var exception =
                new ExceptionView("OVER_PRODUCTION", "J1/1", "Step 1", null, null, null, List.of());
        BoardScreen screen =
                screen(
                        live(
                                board(
                                        1,
                                        List.of(),
                                        List.of(exception),
                                        job("J1", task(1, "done", 120, 0)))),
                        NOON);

        assertThat(card(screen, 0).rows().getFirst().over()).isEqualTo("20 over target");
        assertThat(screen.alerts().getFirst().text())
                .isEqualTo("Job J1 · Step 1: more pieces than the tolerance allows");
    }

    @Test
    void aLongJobShowsTheTasksInWorkFirst() {
        BoardScreen screen =
                screen(
                        live(
                                board(
                                        1,
                                        job(
                                                "J1",
                                                task(1, "done", 100, 0),
                                                task(2, "done", 100, 0),
                                                task(3, "in_progress", 5, 5),
                                                task(4, "in_progress", 5, 0),
                                                task(5, "pending", 0, 0)))),
                        NOON);

        Card card = card(screen, 0);
        assertThat(card.rows().stream().map(BoardScreen.Row::name))
                .containsExactly("Step 3", "Step 4", "Step 5");
        assertThat(card.steps()).isEqualTo("2 of 5 steps done");
        assertThat(card.rows().getFirst().active()).isEqualTo("ช่าง 1, ช่าง 2, ช่าง 3 +2");
    }

    @Test
    void theBoardSpeaksThai() {
        BoardView view = board(1, job("J1", TODAY.minusDays(1), false, task(1, "pending", 0, 0)));
        BoardScreen screen =
                screens("th").screen(live(view), Places.NONE.with(view.jobs(), 6), 0, NOON);

        assertThat(screen.date()).isEqualTo("วันพฤหัสบดี 30 ตุลาคม");
        assertThat(card(screen, 0).due()).isEqualTo("เลยกำหนด 1 วัน");
    }

    private static BoardKnown live(BoardView view) {
        return new BoardKnown(view, NOON, true);
    }

    private static BoardScreen screen(BoardKnown known, Instant now) {
        Places places = Places.NONE.with(Objects.requireNonNull(known.view()).jobs(), 6);
        return screens("en").screen(known, places, 0, now);
    }

    private static BoardScreens screens(String language) {
        return new BoardScreens(new BoardTexts(Locale.of(language), BANGKOK), SERVER);
    }

    private static Card card(BoardScreen screen, int place) {
        return Objects.requireNonNull(screen.cards().get(place));
    }

    private static StationCard station(String code, long ageSeconds, boolean online) {
        return new StationCard(code, NOON.minusSeconds(ageSeconds), ageSeconds, online, List.of());
    }
}
