package stint.station.ui.kit;

import java.util.List;

/**
 * The letters of a touch keyboard, row by row, where the hand knows them from machines sold in that
 * country.
 */
public enum Letters {
    /** Those of codes, with the digits. */
    LATIN(
            "ABC",
            """
            1234567890
            QWERTYUIOP
            ASDFGHJKL-
            ZXCVBNM./\
            """,
            ""),

    /** Kedmanee. */
    THAI(
            "กขค",
            """
            ๅ/-ภถุึคตจขช
            ๆไำพะัีรนยบล
            ฟหกดเ้่าสวงฃ
            ผปแอิืทมใฝ\
            """,
            """
            +๑๒๓๔ู฿๕๖๗๘๙
            ๐"ฎฑธํ๊ณฯญฐ,
            ฤฆฏโฌ็๋ษศซ.ฅ
            ()ฉฮฺ์?ฒฬฦ\
            """),

    /** The Israeli standard's, with the digits. */
    HEBREW(
            "אבג",
            """
            1234567890
            קראטוןםפ'"
            שדגכעיחלךף
            זסבהנמצתץ-\
            """,
            ""),

    /** The typewriter's, with the digits. */
    RUSSIAN(
            "АБВ",
            """
            1234567890-.
            ЙЦУКЕНГШЩЗХЪ
            ФЫВАПРОЛДЖЭ
            ЯЧСМИТЬБЮЁ\
            """,
            "");

    private final String sign;
    private final String plain;
    private final String shifted;

    Letters(String sign, String plain, String shifted) {
        this.sign = sign;
        this.plain = plain;
        this.shifted = shifted;
    }

    /** Those of a language. */
    public static Letters of(Texts texts) {
        return switch (texts.language()) {
            case "th" -> THAI;
            case "he", "iw" -> HEBREW;
            case "ru" -> RUSSIAN;
            default -> LATIN;
        };
    }

    /** The first of them, by which they are known. */
    public String sign() {
        return sign;
    }

    /** Whether there are more of them than keys. */
    public boolean hasShifted() {
        return !shifted.isEmpty();
    }

    /** The rows from the top, a character a key. */
    public List<String> rows(boolean shift) {
        return (shift && hasShifted() ? shifted : plain).lines().toList();
    }
}
