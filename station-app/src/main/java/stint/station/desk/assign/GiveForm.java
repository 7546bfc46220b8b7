package stint.station.desk.assign;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;

import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.planning.RefusalView;

import java.util.List;

/** Gives a share, or a number of its pieces, to a person by keyboard. On the FX thread only. */
final class GiveForm {

    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> who;

    /** What is to be given to whom. */
    @FunctionalInterface
    interface Given {

        void to(String operator, int pieces);
    }

    GiveForm(Texts texts) {
        this.texts = texts;
        form = new Form(texts, "give", "", texts.text("give.ok"));
        who = form.choice("operator", texts.text("give.who"), texts.text("give.who.hint"));
        form.number("pieces", texts.text("give.pieces"), "");
    }

    Node view() {
        return form;
    }

    boolean isOpen() {
        return form.isVisible();
    }

    void close() {
        form.close();
    }

    void wrong(List<RefusalView> refusals, List<String> words) {
        form.wrong(refusals, words);
    }

    void open(ShareRow row, List<PersonLoad> loads, ShareWords words, Given given) {
        form.heading(texts.text("give.title", words.task(row), words.name(row.operator())));
        who.getItems()
                .setAll(
                        loads.stream()
                                .map(PersonLoad::person)
                                .filter(person -> !person.code().equals(row.operator()))
                                .map(person ->
                                        new Choice(person.code(), words.offered(row, person)))
                                .toList());
        who.setValue(null);
        String range = texts.text("give.pieces.hint", row.pieces());
        form.fill("pieces", Integer.toString(row.pieces()));
        form.hint("pieces", range);
        form.open(() -> {
            if (form.lacks("operator", texts.text("give.who.missing"))) {
                return;
            }
            int pieces = form.amount("pieces");
            if (pieces < 1 || pieces > row.pieces()) {
                form.wrong(List.of(), List.of(range));
                return;
            }
            form.busy(true);
            given.to(form.words("operator"), pieces);
        });
    }
}
