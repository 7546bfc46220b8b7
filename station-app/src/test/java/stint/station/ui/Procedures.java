package stint.station.ui;

import org.jspecify.annotations.Nullable;

import stint.domain.event.PlanFact;
import stint.domain.event.SopFact;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.StepItem.Ask;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** An SOP of sixty steps with every kind of question, and its pictures. */
final class Procedures {

    static final String STRAP = "MAKE-STRAP";
    static final String HIDE = "HIDE-7";
    static final int STEPS = 60;

    /** With a picture, far inside. */
    static final int PICTURED = 37;

    /** What is done again and again, strap by strap. */
    private static final List<Map<String, String>> ACTS =
            List.of(
                    texts(
                            "Lay strap %d on the mark, grain side up",
                            "วางสายที่ %d บนเส้น ด้านลายหนังขึ้น",
                            "הניחו את רצועה %d על הסימון, צד הפנים למעלה",
                            "Положите ремень %d на метку лицом вверх"),
                    texts(
                            "Skive both ends of strap %d down to half, 15 mm long",
                            "ปาดปลายสายที่ %d ทั้งสองข้างให้เหลือครึ่ง ยาว 15 มม.",
                            "דללו את שני קצות רצועה %d לחצי עובי, 15 מ״מ",
                            "Спустите оба конца ремня %d наполовину, на 15 мм"),
                    texts(
                            "Glue the ends of strap %d thinly and wait until the glue no longer"
                                    + " shines, then fold them over the ring and press",
                            "ทากาวบาง ๆ ที่ปลายสายที่ %d รอจนกาวด้าน แล้วพับทับห่วงและกดให้แน่น",
                            "מרחו דבק דק על קצות רצועה %d, חכו עד שהברק נעלם, קפלו על הטבעת ולחצו",
                            "Нанесите тонкий слой клея на концы ремня %d, дождитесь, пока он"
                                    + " перестанет блестеть, загните на кольцо и прижмите"),
                    texts(
                            "Hammer the fold of strap %d flat",
                            "ทุบรอยพับสายที่ %d ให้เรียบ",
                            "יישרו בפטיש את הקפל של רצועה %d",
                            "Простучите сгиб ремня %d молотком"));

    private Procedures() {}

    /** The confirmed SOP of an operation. */
    static List<PlanFact> facts(String operation) {
        return List.of(
                new SopFact.Drafted(strap(STRAP, operation)), new SopFact.Confirmed(STRAP, 1));
    }

    static Sop strap(String code, String operation) {
        List<Step> begin = List.of(gap(), guard(), hide(), belt());
        List<Step> straps = new ArrayList<>();
        for (int number = begin.size() + 1; number <= STEPS; number++) {
            straps.add(
                    new Step(
                            "s" + number,
                            numbered(
                                    ACTS.get((number - 1) % ACTS.size()),
                                    (number - 1) / ACTS.size()),
                            number == PICTURED ? "strap.png" : null,
                            List.of()));
        }
        return new Sop(
                code,
                1,
                texts("Shoulder straps", "สายสะพาย", "רצועות כתף", "Плечевые ремни"),
                List.of(operation),
                List.of(
                        new Sop.Part(texts("Set up", "เตรียมเครื่อง", "הכנה", "Наладка"), begin),
                        new Sop.Part(texts("Straps", "ทำสาย", "רצועות", "Ремни"), straps)));
    }

    private static Step gap() {
        return new Step(
                "gap",
                texts(
                        "Measure the gap between blade and table at both ends",
                        "วัดระยะระหว่างใบมีดกับโต๊ะทั้งสองด้าน",
                        "מדדו את המרווח בין הלהב לשולחן בשני הקצוות",
                        "Измерьте зазор между ножом и столом с обеих сторон"),
                "blade.png",
                List.of(
                        new StepItem(
                                "mm",
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
                                        "Стоп. Поверните ручку, пока щуп не войдёт, и измерьте"
                                                + " снова."))));
    }

    private static Step guard() {
        return new Step(
                "guard",
                texts("Close the guard", "ปิดฝาครอบ", "סגרו את המגן", "Закройте щиток"),
                null,
                List.of(
                        item(
                                "closed",
                                texts(
                                        "Is the guard closed?",
                                        "ปิดฝาครอบแล้วหรือยัง",
                                        "האם המגן סגור?",
                                        "Щиток закрыт?"),
                                Ask.TICK,
                                true,
                                null),
                        item(
                                "stop",
                                texts(
                                        "Does the stop button work?",
                                        "ปุ่มหยุดใช้งานได้ไหม",
                                        "האם כפתור העצירה עובד?",
                                        "Кнопка «Стоп» работает?"),
                                Ask.TICK,
                                true,
                                null)));
    }

    private static Step hide() {
        return new Step(
                "hide",
                texts(
                        "Take the hide from the rack",
                        "หยิบหนังจากชั้น",
                        "קחו את העור מהמדף",
                        "Возьмите кожу со стойки"),
                null,
                List.of(item("code", texts("Hide", "หนัง", "עור", "Кожа"), Ask.SCAN, true, HIDE)));
    }

    private static Step belt() {
        return new Step(
                "look",
                texts(
                        "Look the hide over for scars and holes",
                        "ตรวจหนังหารอยแผลและรู",
                        "בדקו את העור: צלקות וחורים",
                        "Осмотрите кожу: шрамы и дыры"),
                null,
                List.of(
                        item(
                                "remark",
                                texts(
                                        "What did you see?",
                                        "เห็นอะไรบ้าง",
                                        "מה ראיתם?",
                                        "Что видно?"),
                                Ask.TEXT,
                                false,
                                null),
                        item(
                                "photo",
                                texts("Photo of the hide", "รูปหนัง", "תמונת העור", "Фото кожи"),
                                Ask.PHOTO,
                                true,
                                null)));
    }

    private static StepItem item(
            String key,
            Map<String, String> labels,
            Ask ask,
            boolean required,
            @Nullable String expected) {
        boolean safety = ask == Ask.TICK;
        return new StepItem(
                key, labels, ask, required, safety, null, null, null, expected, Map.of());
    }

    private static Map<String, String> texts(String en, String th, String he, String ru) {
        return Map.of("en", en, "th", th, "he", he, "ru", ru);
    }

    private static Map<String, String> numbered(Map<String, String> act, int number) {
        return texts(
                act.get("en").formatted(number),
                act.get("th").formatted(number),
                act.get("he").formatted(number),
                act.get("ru").formatted(number));
    }

    /** The pictures of the steps, where a bench keeps them, and two photos of a hide. */
    static void pictures(Path directory) throws IOException {
        Path pictures = Files.createDirectories(directory.resolve("pictures"));
        ImageIO.write(blade(), "png", pictures.resolve("blade.png").toFile());
        ImageIO.write(strap(), "png", pictures.resolve("strap.png").toFile());
        Path photos = Files.createDirectories(directory.resolve("photos"));
        ImageIO.write(photo(0x8A5A33), "png", photos.resolve("IMG_0001.png").toFile());
        ImageIO.write(photo(0x6B4226), "png", photos.resolve("IMG_0002.png").toFile());
    }

    private static BufferedImage blank(int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(colour));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image, int colour, float width) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(colour));
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return pen;
    }

    private static BufferedImage blade() {
        BufferedImage image = blank(800, 450, 0xF3F1EC);
        Graphics2D pen = pen(image, 0x39424E, 6);
        pen.fillRect(40, 320, 720, 40);
        pen.fillPolygon(new int[] {120, 680, 680, 120}, new int[] {120, 120, 250, 290}, 4);
        pen.setColor(new Color(0xB3261E));
        for (int x : new int[] {150, 650}) {
            pen.drawLine(x, 300, x, 316);
            pen.drawOval(x - 34, 272, 68, 68);
        }
        pen.dispose();
        return image;
    }

    private static BufferedImage strap() {
        BufferedImage image = blank(900, 420, 0xF3F1EC);
        Graphics2D pen = pen(image, 0x7A4B2A, 4);
        pen.fillRoundRect(60, 150, 700, 90, 30, 30);
        pen.setColor(new Color(0xE0D8CC));
        pen.setStroke(
                new BasicStroke(
                        4,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {16, 12},
                        0));
        pen.drawRoundRect(72, 162, 676, 66, 22, 22);
        pen.setStroke(new BasicStroke(16));
        pen.setColor(new Color(0x8C8F94));
        pen.drawOval(730, 120, 110, 150);
        pen.setStroke(new BasicStroke(8));
        pen.setColor(new Color(0xB3261E));
        pen.drawLine(640, 360, 700, 260);
        pen.drawLine(700, 260, 668, 278);
        pen.drawLine(700, 260, 702, 298);
        pen.dispose();
        return image;
    }

    private static BufferedImage photo(int colour) {
        BufferedImage image = blank(640, 400, colour);
        Graphics2D pen = pen(image, 0x3A2412, 5);
        pen.drawArc(120, 90, 380, 220, 20, 150);
        pen.dispose();
        return image;
    }
}
