package stint.station.ui.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.oned.Code128Reader;

import org.junit.jupiter.api.Test;

import stint.domain.floor.FloorFold;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Texts;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class OrderSheetTest {

    private static final Pattern BAR = Pattern.compile("M(\\d+) 0h1v1h-1z");
    private static final Pattern WIDTH = Pattern.compile("viewBox=\"0 0 (\\d+) 1\"");
    private static final int SCALE = 3;
    private static final int HEIGHT = 40;

    @Test
    void UX_every_printed_order_is_read_as_itself() throws Exception {
        for (Order.Act act : Order.Act.values()) {
            assertThat(Order.of(read(OrderSheet.bars(act.code())))).isEqualTo(Optional.of(act));
        }
        Order reason = new Order.Reason("seam_bad-2");
        assertThat(Order.of(read(OrderSheet.bars(reason.code())))).contains(reason);
    }

    @Test
    void UX_the_sheet_has_all_orders_and_digits_in_each_language() {
        for (String language : new String[] {"en", "th", "he", "ru"}) {
            Texts texts = Texts.in(Locale.forLanguageTag(language), ZoneOffset.UTC);
            String page = OrderSheet.html(new FloorFold().view(), texts);

            assertThat(page.split("<figure>", -1)).hasSize(1 + Order.Act.values().length + 10);
            assertThat(page).contains(texts.text("work.complete"));
            assertThat(page.contains("dir=\"rtl\"")).isEqualTo(language.equals("he"));
        }
    }

    /** Prints the bars in memory and lets a scanner's library read them. */
    private static String read(String drawing) throws Exception {
        Matcher size = WIDTH.matcher(drawing);
        assertThat(size.find()).isTrue();
        int quiet = 12;
        int width = (Integer.parseInt(size.group(1)) + 2 * quiet) * SCALE;
        int[] pixels = new int[width * HEIGHT];
        Arrays.fill(pixels, 0xffffff);
        Matcher bar = BAR.matcher(drawing);
        while (bar.find()) {
            int left = (Integer.parseInt(bar.group(1)) + quiet) * SCALE;
            for (int y = 0; y < HEIGHT; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + SCALE, 0);
            }
        }
        var source = new RGBLuminanceSource(width, HEIGHT, pixels);
        return new Code128Reader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
                .getText();
    }
}
