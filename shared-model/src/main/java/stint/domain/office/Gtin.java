package stint.domain.office;

import java.util.Optional;

/** GS1 trade item numbers (TR-1). */
public final class Gtin {

    private static final int LENGTH = 14;

    private Gtin() {}

    /**
     * The number in 14 digits; absent when it is none: 8, 12, 13 or 14 digits, the last a check.
     */
    public static Optional<String> of(String text) {
        String digits = text.strip();
        boolean length =
                switch (digits.length()) {
                    case 8, 12, 13, 14 -> true;
                    default -> false;
                };
        if (!length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String full = "0".repeat(LENGTH - digits.length()) + digits;
        int sum = 0;
        for (int index = 0; index < LENGTH - 1; index++) {
            sum += (full.charAt(index) - '0') * (index % 2 == 0 ? 3 : 1);
        }
        int check = (10 - sum % 10) % 10;
        return check == full.charAt(LENGTH - 1) - '0' ? Optional.of(full) : Optional.empty();
    }
}
