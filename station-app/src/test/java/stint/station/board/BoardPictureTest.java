package stint.station.board;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import stint.board.BoardFilter;
import stint.board.BoardKnown;
import stint.board.BoardScreen;
import stint.board.BoardScreen.Alert;
import stint.board.BoardScreen.Bench;
import stint.board.BoardScreen.Card;
import stint.board.BoardScreen.Mark;
import stint.board.BoardScreen.Row;
import stint.board.BoardScreens;
import stint.board.BoardTexts;
import stint.board.Places;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.BoardView.StationCard;
import stint.wire.protocol.ExceptionView;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/**
 * Draws boards, keeps their pictures in {@code target/pictures}, and checks that nothing on them is
 * cut off.
 */
class BoardPictureTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final Card TOTE =
            new Card(
                    "JT251030001",
                    "Tote Production",
                    "ATELIER",
                    false,
                    "due 14 Nov",
                    Mark.CALM,
                    "1 of 3 steps done",
                    List.of(
                            new Row("Cutting", "51", "/ 50", 1, true, "", "", "", "", "done"),
                            new Row(
                                    "Sewing",
                                    "23",
                                    "/ 50",
                                    0.46,
                                    false,
                                    "ช่างนำ, ช่าง A",
                                    "ช่าง B",
                                    "2 scrap",
                                    "",
                                    ""),
                            new Row(
                                    "Finishing",
                                    "0",
                                    "/ 50",
                                    0,
                                    false,
                                    "",
                                    "",
                                    "",
                                    "",
                                    "not started")),
                    false,
                    "");
    private static final Card LATE =
            new Card(
                    "JT251030003",
                    "Wholesale tote for the spring season",
                    "OEM",
                    true,
                    "2 days late",
                    Mark.ALARM,
                    "0 of 1 steps done",
                    List.of(
                            new Row(
                                    "Assembly",
                                    "183",
                                    "/ 200",
                                    0.915,
                                    false,
                                    "ช่าง A, ช่าง B, ช่าง C +1",
                                    "",
                                    "",
                                    "",
                                    "")),
                    false,
                    "BENCH-3: last heard 14 min ago");
    private static final Card OVER =
            new Card(
                    "JT251030006",
                    "Key case",
                    "OEM",
                    true,
                    "due today",
                    Mark.WATCH,
                    "Done",
                    List.of(
                            new Row(
                                    "Edge paint",
                                    "120",
                                    "/ 100",
                                    1,
                                    true,
                                    "",
                                    "",
                                    "3 scrap",
                                    "15 too many",
                                    "done")),
                    true,
                    "");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aCalmBoardHasNoColour() throws Exception {
        draw(
                "board-calm",
                screen(Arrays.asList(TOTE, TOTE, null, null, TOTE, null), List.of(), null));
    }

    @Test
    void whatIsWrongIsSaidInWords() throws Exception {
        draw(
                "board-abnormal",
                screen(
                        Arrays.asList(TOTE, LATE, OVER, null, TOTE, null),
                        List.of(
                                new Alert(
                                        "Key case · Edge paint: more pieces than the tolerance"
                                                + " allows"),
                                new Alert("ช่าง A was open at two benches"),
                                new Alert("3 more to look at")),
                        null));
    }

    @Test
    void aBoardWithoutItsServerSaysHowOldItIs() throws Exception {
        draw(
                "board-stale",
                screen(
                        Arrays.asList(TOTE, LATE, OVER, null, null, null),
                        List.of(),
                        "Server not heard for 3 min · shown as of 14:02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void BD_1_theBoardSpeaksEachLanguageAndFillsItsPage(String language) throws Exception {
        BoardView view =
                Boards.board(
                        9,
                        List.of(
                                new StationCard("BENCH-1", Boards.NOON, 3, true, List.of("A")),
                                new StationCard("BENCH-2", null, -1, false, List.of())),
                        List.of(
                                new ExceptionView(
                                        "OVER_PRODUCTION",
                                        "JT3/1",
                                        "Step 1",
                                        null,
                                        null,
                                        null,
                                        List.of())),
                        Boards.job(
                                "JT1",
                                Boards.TODAY.minusDays(2),
                                false,
                                Boards.task(1, "in_progress", 42, 2, "BENCH-2")),
                        Boards.job(
                                "JT2",
                                Boards.task(1, "done", 100, 0),
                                Boards.task(2, "in_progress", 61, 4)),
                        Boards.job("JT3", Boards.TODAY, true, Boards.task(1, "done", 120, 0)),
                        Boards.job(
                                "JT4",
                                Boards.task(1, "done", 100, 0),
                                Boards.task(2, "in_progress", 12, 1),
                                Boards.task(3, "pending", 0, 0)),
                        Boards.job(
                                "JT5",
                                Boards.TODAY,
                                false,
                                Boards.task(1, "in_progress", 12, 1),
                                Boards.task(2, "pending", 0, 0)),
                        Boards.job("JT6", Boards.task(1, "pending", 0, 0)),
                        Boards.job("JT7", Boards.task(1, "pending", 0, 0)));
        var screens =
                new BoardScreens(
                        new BoardTexts(Locale.of(language), ZoneId.of("Asia/Bangkok")),
                        URI.create("http://stint.lan:7070"),
                        new BoardFilter("OEM", null, null));
        Places places = Places.NONE.with(view.jobs(), BoardScreens.PER_PAGE);
        draw(
                "board-" + language,
                Locale.of(language),
                language.equals("ru"),
                screens.screen(new BoardKnown(view, Boards.NOON, true), places, 0, Boards.NOON));
    }

    private static BoardScreen screen(
            List<@org.jspecify.annotations.Nullable Card> cards,
            List<Alert> alerts,
            @org.jspecify.annotations.Nullable String stale) {
        return new BoardScreen(
                "Stint · chiang-mai",
                "14:05",
                "Thursday 30 October",
                "",
                "since 06:00",
                "Good 412",
                "5",
                cards,
                0,
                2,
                List.of(
                        new Bench("BENCH-1", "", Mark.CALM),
                        new Bench("BENCH-2", "", Mark.CALM),
                        new Bench("BENCH-3", "last heard 14 min ago", Mark.WATCH),
                        new Bench("BENCH-4", "", Mark.CALM)),
                alerts,
                alerts.size(),
                "",
                stale);
    }

    private static void draw(String name, BoardScreen screen) throws Exception {
        draw(name, Locale.ENGLISH, false, screen);
    }

    private static void draw(String name, Locale language, boolean light, BoardScreen screen)
            throws Exception {
        WritableImage picture =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    BoardLook.Drawn drawn = BoardLook.draw(language, light);
                                    drawn.pane().show(screen);
                                    return picture(drawn.scene());
                                })
                        .get();
        Files.createDirectories(PICTURES);
        File file = PICTURES.resolve(name + ".png").toFile();
        assertThat(ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file)).isTrue();
    }

    private static WritableImage picture(Scene scene) {
        // The first layout sets the size of an em, the next ones use it.
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        WritableImage image = scene.snapshot(null);
        scene.getRoot()
                .lookupAll(".label")
                .forEach(node -> {
                    Label label = (Label) node;
                    boolean mayBeCut = label.getStyleClass().contains("name");
                    double wanted = label.prefWidth(-1);
                    assertThat(mayBeCut || !label.isVisible() || label.getWidth() >= wanted - 1)
                            .as(
                                    "\"%s\" has %.0f of %.0f px",
                                    label.getText(), label.getWidth(), wanted)
                            .isTrue();
                });
        return image;
    }
}
