package stint.desk;

import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.StepItem.Ask;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SOPs as planners write them. */
final class SopSamples {

    private SopSamples() {}

    /** Of so many steps, the first with limits. */
    static Sop strap(int count) {
        Step gap =
                new Step(
                        "gap",
                        texts(
                                "Measure the gap between blade and table",
                                "วัดระยะระหว่างใบมีดกับโต๊ะ",
                                "מדדו את המרווח בין הלהב לשולחן",
                                "Измерьте зазор между ножом и столом"),
                        "blade.png",
                        List.of(
                                item(
                                        "mm",
                                        Ask.NUMBER,
                                        texts(
                                                "Blade gap",
                                                "ระยะใบมีด",
                                                "מרווח הלהב",
                                                "Зазор ножа"))));
        List<Step> steps = new ArrayList<>();
        for (int number = 2; number <= count; number++) {
            steps.add(
                    new Step(
                            "s" + number,
                            texts(
                                    "Glue the ends of strap " + number,
                                    "ทากาวปลายสายที่ " + number,
                                    "הדביקו את קצות רצועה " + number,
                                    "Склейте концы ремня " + number),
                            null,
                            number % 2 == 0
                                    ? List.of(
                                            item(
                                                    "dry",
                                                    Ask.TICK,
                                                    texts(
                                                            "Is the glue dry?",
                                                            "กาวแห้งหรือยัง",
                                                            "האם הדבק יבש?",
                                                            "Клей высох?")))
                                    : List.of()));
        }
        return new Sop(
                "MAKE-STRAP",
                1,
                texts("Shoulder straps", "สายสะพาย", "רצועות כתף", "Плечевые ремни"),
                List.of("Sewing"),
                List.of(
                        new Sop.Part(
                                texts("Set up", "เตรียมเครื่อง", "הכנה", "Наладка"), List.of(gap)),
                        new Sop.Part(texts("Straps", "ทำสาย", "רצועות", "Ремни"), steps)));
    }

    private static StepItem item(String key, Ask ask, Map<String, String> labels) {
        boolean number = ask == Ask.NUMBER;
        return new StepItem(
                key,
                labels,
                ask,
                true,
                true,
                number ? new BigDecimal("0.5") : null,
                number ? new BigDecimal("1.5") : null,
                number ? "mm" : null,
                null,
                Map.of());
    }

    /** What passes. */
    static Map<String, String> answers(Step step) {
        return step.items().isEmpty() ? Map.of() : Map.of("dry", StepItem.YES);
    }

    private static Map<String, String> texts(
            String english, String thai, String hebrew, String russian) {
        return Map.of("en", english, "th", thai, "he", hebrew, "ru", russian);
    }
}
