package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every screen in every language at two sizes looks as it did when somebody last looked at it. */
class KioskPictureTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "en, 1280, 800",
        "th, 1280, 800",
        "he, 1280, 800",
        "ru, 1280, 800",
        "en, 1920, 1080",
        "th, 1920, 1080",
        "he, 1920, 1080",
        "ru, 1920, 1080"
    })
    void UX_every_screen_looks_as_it_should(String language, int width, int height)
            throws Exception {
        PictureBook book = new PictureBook(language + "-" + width);
        List<String> screens = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        KioskWalk.walk(
                directory,
                language,
                width,
                height,
                96,
                (screen, kiosk) -> {
                    screens.add(screen);
                    book.check(screen, kiosk.drawn());
                    wrong.addAll(Controls.wrong(screen, kiosk, 96));
                });

        assertThat(wrong).isEmpty();
        assertThat(book.differing()).isEmpty();
        assertThat(Gallery.of(screens)).isEqualTo(Gallery.kept(screens));
    }

    /** A panel of 21 inches, and a dense one. */
    @ParameterizedTest
    @CsvSource({"ru, 1920, 1080, 105", "th, 1920, 1200, 142"})
    void UX_every_control_is_hit_read_and_heard(String language, int width, int height, double dpi)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        KioskWalk.walk(
                directory,
                language,
                width,
                height,
                dpi,
                (screen, kiosk) -> {
                    kiosk.drawn();
                    wrong.addAll(Controls.wrong(screen, kiosk, dpi));
                });

        assertThat(wrong).isEmpty();
    }

    @Test
    void wordsAreHeldAgainstWhatIsBehindThem() {
        assertThat(Contrast.ratio(javafx.scene.paint.Color.BLACK, javafx.scene.paint.Color.WHITE))
                .isEqualTo(21);
        assertThat(Contrast.ratio(javafx.scene.paint.Color.GRAY, javafx.scene.paint.Color.WHITE))
                .isBetween(3.9, 4.0);
    }

    @Test
    void aPictureOfWhichABlockOfWordsMovedIsAnother() {
        BufferedImage one = drawn(40);
        assertThat(PictureBook.off(one, drawn(40))).isZero();
        assertThat(PictureBook.off(one, drawn(64))).isGreaterThan(4);
        assertThat(PictureBook.off(one, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)))
                .isEqualTo(1000);
    }

    private static BufferedImage drawn(int y) {
        BufferedImage picture = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(40, y, 120, 40);
        pen.dispose();
        return picture;
    }
}
