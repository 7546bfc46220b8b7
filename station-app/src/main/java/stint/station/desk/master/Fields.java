package stint.station.desk.master;

import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Reply;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What the forms of master data share. */
final class Fields {

    private Fields() {}

    /**
     * The code that was typed. Nothing is sent as a blank: the server then says at this field, too,
     * what is wrong, with all else.
     */
    static String code(Form form) {
        String code = form.value("code");
        return code == null ? " " : code;
    }

    /** Words between commas or blanks, such as codes. */
    static List<String> codes(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+")).filter(code -> !code.isBlank()).toList();
    }

    static void choose(ComboBox<Choice> box, @Nullable String code) {
        String wanted = code == null ? "" : code;
        box.getItems().stream()
                .filter(choice -> choice.code().equals(wanted))
                .findFirst()
                .ifPresent(box::setValue);
    }

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Hands an array on as a list. */
    static <R> Consumer<Reply<R[]>> listed(Consumer<Reply<List<R>>> then) {
        return reply -> then.accept(listed(reply));
    }

    private static <R> Reply<List<R>> listed(Reply<R[]> reply) {
        return switch (reply) {
            case Reply.Ok<R[]>(R[] rows) -> new Reply.Ok<>(List.of(rows));
            case Reply.Refused<R[]>(var problem) -> new Reply.Refused<>(problem);
            case Reply.Stale<R[]>(var problem) -> new Reply.Stale<>(problem);
            case Reply.Unreachable<R[]> gone -> new Reply.Unreachable<>();
        };
    }
}
