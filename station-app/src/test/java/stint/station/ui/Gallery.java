package stint.station.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page that shows the reference pictures, a row per screen, a column per language. */
final class Gallery {

    private static final Path PAGE = Path.of("docs", "gallery.md");
    private static final List<String> LANGUAGES = List.of("en", "th", "he", "ru");

    private Gallery() {}

    /** The page as it should be. */
    static String of(List<String> screens) {
        StringBuilder page =
                new StringBuilder(
                        """
                        # The kiosk's screens

                        Every screen and question in four languages at 1280×800, in the order in which a day meets them; the same at
                        1920×1080 lie beside. `KioskPictureTest` compares the kiosk with these pictures, `-Dpictures=write` makes
                        them and this page anew.

                        | | English | ไทย | עברית | Русский |
                        |---|---|---|---|---|
                        """);
        for (String screen : screens) {
            page.append("| ").append(screen);
            for (String language : LANGUAGES) {
                page.append(" | ![](pictures/kiosk/%s-1280/%s.png)".formatted(language, screen));
            }
            page.append(" |\n");
        }
        return page.toString();
    }

    /** The page as it is; written first where pictures are. */
    static String kept(List<String> screens) throws IOException {
        if (PictureBook.WRITES) {
            Files.writeString(PAGE, of(screens));
        }
        return Files.readString(PAGE);
    }
}
