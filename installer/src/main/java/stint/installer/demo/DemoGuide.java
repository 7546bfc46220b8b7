package stint.installer.demo;

import org.jspecify.annotations.Nullable;

import stint.domain.sop.PictureName;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.StepItem.Ask;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** How the demo's people cut, step by step: an SOP and the pictures of its steps. */
final class DemoGuide {

    static final String CODE = "CUT-CANVAS";

    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final Color PAPER = new Color(0xF3F1EC);
    private static final Color STEEL = new Color(0x39424E);
    private static final Color CANVAS = new Color(0xC9B79A);
    private static final Color MARK = new Color(0xB3261E);

    private DemoGuide() {}

    static Sop sop() {
        StepItem gap =
                new StepItem(
                        "gap",
                        texts("Blade gap", "ระยะใบมีด", "מרווח הלהב", "Зазор ножа"),
                        Ask.NUMBER,
                        true,
                        true,
                        new BigDecimal("0.5"),
                        new BigDecimal("1.5"),
                        "mm",
                        null,
                        texts(
                                "Stop. Turn the knob until the gauge fits, measure again.",
                                "หยุด หมุนปุ่มจนเกจพอดี แล้ววัดใหม่",
                                "עצרו. סובבו את הכפתור עד שהמד מתאים ומדדו שוב.",
                                "Стоп. Поверните ручку, пока щуп не войдёт, и измерьте снова."));
        StepItem guard =
                new StepItem(
                        "guard",
                        texts(
                                "Is the guard closed?",
                                "ปิดฝาครอบแล้วหรือยัง",
                                "האם המגן סגור?",
                                "Щиток закрыт?"),
                        Ask.TICK,
                        true,
                        true,
                        null,
                        null,
                        null,
                        null,
                        Map.of());
        return new Sop(
                CODE,
                1,
                texts("Cut to the pattern", "ตัดตามแบบ", "חיתוך לפי שבלונה", "Раскрой по лекалу"),
                List.of("Cutting", "Cut canvas"),
                List.of(
                        new Sop.Part(
                                texts("Set up", "เตรียมเครื่อง", "הכנה", "Наладка"),
                                List.of(
                                        step(
                                                "gap",
                                                texts(
                                                        "Measure the gap between blade and table",
                                                        "วัดระยะระหว่างใบมีดกับโต๊ะ",
                                                        "מדדו את המרווח בין הלהב לשולחן",
                                                        "Измерьте зазор между ножом и столом"),
                                                name(blade()),
                                                gap),
                                        step(
                                                "guard",
                                                texts(
                                                        "Close the guard",
                                                        "ปิดฝาครอบ",
                                                        "סגרו את המגן",
                                                        "Закройте щиток"),
                                                null,
                                                guard))),
                        new Sop.Part(
                                texts("Cut", "ตัด", "חיתוך", "Раскрой"),
                                List.of(
                                        step(
                                                "roll",
                                                texts(
                                                        "Roll the sheet out to the stop, without"
                                                                + " folds",
                                                        "คลี่ผืนออกจนสุดที่กั้น อย่าให้มีรอยพับ",
                                                        "פרסו את היריעה עד המעצור, בלי קפלים",
                                                        "Раскатайте полотно до упора, без складок"),
                                                name(sheet())),
                                        step(
                                                "pattern",
                                                texts(
                                                        "Lay the pattern on both marks and weigh it"
                                                                + " down",
                                                        "วางแบบให้ตรงทั้งสองจุด แล้ววางที่ทับ",
                                                        "הניחו את השבלונה על שני הסימונים והצמידו"
                                                                + " במשקולת",
                                                        "Положите лекало на обе метки и прижмите"
                                                                + " грузом"),
                                                name(sheet())),
                                        step(
                                                "cut",
                                                texts(
                                                        "Cut along the long side first",
                                                        "ตัดด้านยาวก่อน",
                                                        "חתכו קודם לאורך הצד הארוך",
                                                        "Сначала режьте вдоль длинной стороны"),
                                                null),
                                        step(
                                                "turn",
                                                texts(
                                                        "Turn the sheet and cut the other side",
                                                        "หมุนผืนแล้วตัดอีกด้าน",
                                                        "סובבו את היריעה וחתכו את הצד השני",
                                                        "Поверните полотно и отрежьте другую"
                                                                + " сторону"),
                                                null),
                                        step(
                                                "edge",
                                                texts(
                                                        "Feel the edge: no threads stand out",
                                                        "ลูบขอบดู ต้องไม่มีด้ายรุ่ย",
                                                        "העבירו יד על השוליים: בלי חוטים בולטים",
                                                        "Проведите по краю: нитки не торчат"),
                                                null),
                                        step(
                                                "stack",
                                                texts(
                                                        "Stack ten pieces and tie the ticket to"
                                                                + " them",
                                                        "ซ้อนสิบชิ้นแล้วผูกใบงานไว้",
                                                        "ערמו עשר יחידות וקשרו אליהן את הכרטיס",
                                                        "Сложите десять штук и привяжите к ним"
                                                                + " талон"),
                                                null)))));
    }

    private static Step step(
            String key, Map<String, String> texts, @Nullable String picture, StepItem... items) {
        return new Step(key, texts, picture, List.of(items));
    }

    private static Map<String, String> texts(String en, String th, String he, String ru) {
        return Map.of("en", en, "th", th, "he", he, "ru", ru);
    }

    /** The pictures of its steps, as PNG. */
    static List<byte[]> pictures() {
        return List.of(blade(), sheet());
    }

    private static String name(byte[] picture) {
        return PictureName.of(picture).orElseThrow();
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setStroke(new BasicStroke(7));
        return pen;
    }

    private static byte[] blade() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(STEEL);
        pen.fillRect(50, 350, 800, 46);
        pen.fillPolygon(new int[] {140, 760, 760, 140}, new int[] {110, 110, 322, 322}, 4);
        pen.setColor(MARK);
        for (int x : new int[] {180, 720}) {
            pen.drawOval(x - 46, 290, 92, 92);
            pen.drawLine(x, 322, x, 350);
        }
        pen.dispose();
        return png(image);
    }

    private static byte[] sheet() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(CANVAS);
        pen.fillRect(120, 90, 640, 300);
        pen.setColor(STEEL);
        pen.fillRect(762, 60, 26, 360);
        pen.fillOval(70, 80, 100, 320);
        pen.setColor(PAPER);
        pen.fillRoundRect(260, 150, 380, 180, 40, 40);
        pen.setColor(MARK);
        for (int x : new int[] {260, 640}) {
            pen.drawLine(x - 24, 240, x + 24, 240);
            pen.drawLine(x, 216, x, 264);
        }
        pen.dispose();
        return png(image);
    }
}
