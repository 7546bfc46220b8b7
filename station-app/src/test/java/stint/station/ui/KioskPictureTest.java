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
        KioskWalk.walk(
                directory,
                language,
                width,
                height,
                96,
                (screen, kiosk) -> book.check(screen, kiosk.drawn()));

        assertThat(book.differing()).isEmpty();
    }

    @Test
    void theGalleryShowsEveryPicture() throws Exception {
        List<String> screens = new ArrayList<>();
        KioskWalk.walk(directory, "en", 1280, 800, 96, (screen, kiosk) -> screens.add(screen));

        assertThat(Gallery.of(screens)).isEqualTo(Gallery.kept(screens));
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
