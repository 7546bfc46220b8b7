package stint.station.ui.sheet;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;

import stint.domain.event.StationStatus;
import stint.domain.plan.Reason;
import stint.domain.work.FloorView;
import stint.station.ui.bench.StationWords;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A page to print and hang at the bench: every order as Code 128, with its words in one language. A
 * pure function; the page needs nothing beside itself, no network either.
 */
public final class OrderSheet {

    /** A line of the narrowest bar, as cheap printers and scanners manage it. */
    private static final double MODULE_MM = 0.33;

    private static final int HEIGHT_MM = 14;

    private OrderSheet() {}

    /** An order and its words. */
    record Line(Order order, String words) {}

    /** The page for a bench, with the reasons its floor knows. */
    public static String html(FloorView floor, Texts texts) {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"").append(texts.language());
        page.append(texts.rightToLeft() ? "\" dir=\"rtl\">" : "\">");
        page.append("<meta charset=\"utf-8\"><title>Stint</title>\n<style>");
        page.append("body{font-family:sans-serif;margin:8mm}");
        page.append("section{display:flex;flex-wrap:wrap;gap:7mm 9mm;margin-bottom:9mm}");
        page.append("figure{margin:0;break-inside:avoid;text-align:center}");
        page.append("figcaption{font-size:13pt;margin-top:1mm}</style>\n");
        section(page, acts(texts));
        section(page, digits());
        section(page, reasons(floor, Reason.Kind.HOLD, texts));
        section(page, reasons(floor, Reason.Kind.SCRAP, texts));
        section(page, reasons(floor, Reason.Kind.STOP, texts));
        return page.append("</html>\n").toString();
    }

    private static List<Line> acts(Texts texts) {
        List<Line> lines = new ArrayList<>();
        for (Order.Act act : Order.Act.values()) {
            String words =
                    switch (act) {
                        case START -> texts.text("work.start");
                        case HOLD -> texts.text("work.hold");
                        case RESUME -> texts.text("work.resume");
                        case COMPLETE -> texts.text("work.complete");
                        case SCRAP -> texts.text("work.scrap.button");
                        case END -> texts.text("work.end");
                        case UNDO -> texts.text("sheet.undo");
                        case SHIFT -> texts.text("queue.end.shift");
                        case STATION -> texts.text("station.title");
                        case SETUP -> StationWords.status(StationStatus.SETUP, texts);
                        case PRODUCE -> StationWords.status(StationStatus.PRODUCTION, texts);
                        case STOP -> StationWords.status(StationStatus.STOPPED, texts);
                        case MAINTAIN -> StationWords.status(StationStatus.MAINTENANCE, texts);
                        case LOGOUT -> texts.text("queue.logout");
                        case BACK -> texts.text("back");
                        case OK -> texts.text("sheet.ok");
                        case CLEAR -> texts.text("pad.clear");
                        case NEXT -> texts.text("page.next");
                    };
            lines.add(new Line(act, words));
        }
        return lines;
    }

    private static List<Line> digits() {
        return IntStream.rangeClosed(0, 9)
                .mapToObj(digit -> new Line(new Order.Digit(digit), String.valueOf(digit)))
                .toList();
    }

    private static List<Line> reasons(FloorView floor, Reason.Kind kind, Texts texts) {
        return floor.reasons(kind).stream()
                .map(reason ->
                        new Line(new Order.Reason(reason.code()), reason.label(texts.language())))
                .toList();
    }

    private static void section(StringBuilder page, List<Line> lines) {
        page.append("<section>\n");
        for (Line line : lines) {
            page.append("<figure>").append(bars(line.order().code()));
            page.append("<figcaption>").append(escaped(line.words())).append("</figcaption>");
            page.append("</figure>\n");
        }
        page.append("</section>\n");
    }

    /** The bars of a code as a drawing whose unit is one module. */
    static String bars(String code) {
        BitMatrix bits = new Code128Writer().encode(code, BarcodeFormat.CODE_128, 0, 1);
        StringBuilder path = new StringBuilder();
        for (int x = 0; x < bits.getWidth(); x++) {
            if (bits.get(x, 0)) {
                path.append('M').append(x).append(" 0h1v1h-1z");
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%dmm\" viewBox=\"0 0 %d 1\" preserveAspectRatio=\"none\"><path d=\"%s\"/></svg>"
                .formatted(
                        String.format(java.util.Locale.ROOT, "%.1f", bits.getWidth() * MODULE_MM),
                        HEIGHT_MM,
                        bits.getWidth(),
                        path);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }
}
