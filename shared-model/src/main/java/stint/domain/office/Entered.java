package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Codes;
import stint.domain.office.PlanRefusal.Code;

import java.util.Optional;

/** Looks at single values as they were entered. Pure. */
final class Entered {

    /** The longest name; it must fit a card. */
    static final int NAME_LENGTH_MAX = 120;

    private Entered() {}

    static Optional<PlanRefusal> code(String code) {
        return code("code", code);
    }

    static Optional<PlanRefusal> code(String field, String code) {
        return Codes.isCode(code)
                ? Optional.empty()
                : Optional.of(PlanRefusal.of(Code.CODE_INVALID, field, code));
    }

    static Optional<PlanRefusal> name(String name) {
        return name.isBlank()
                ? Optional.of(PlanRefusal.of(Code.NAME_REQUIRED, "name"))
                : length("name", name);
    }

    static Optional<PlanRefusal> length(String field, @Nullable String text) {
        return text == null || text.length() <= NAME_LENGTH_MAX
                ? Optional.empty()
                : Optional.of(PlanRefusal.of(Code.TEXT_TOO_LONG, field, NAME_LENGTH_MAX));
    }

    static Optional<PlanRefusal> reason(String reason) {
        return reason.isBlank()
                ? Optional.of(PlanRefusal.of(Code.REASON_REQUIRED, "reason"))
                : Optional.empty();
    }

    static boolean missing(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
