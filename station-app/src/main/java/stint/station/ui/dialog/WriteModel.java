package stint.station.ui.dialog;

import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;

/** Words or a number, as they are written. On the FX thread only. */
public final class WriteModel implements DialogModel {

    private static final int LENGTH_MAX = 40;

    private final Bench bench;
    private final Dialog.Write dialog;
    private final Shown<WriteView> view;
    private String text;

    WriteModel(Bench bench, Dialog.Write dialog) {
        this.bench = bench;
        this.dialog = dialog;
        this.text = dialog.text();
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<WriteView> view() {
        return view;
    }

    private WriteView draw() {
        return new WriteView(dialog.title(), dialog.kind(), text, dialog.done());
    }

    @Override
    public Object controller(Texts texts) {
        return new WriteDialog(this, texts);
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    private void take(String changed) {
        text = changed.length() > LENGTH_MAX ? text : changed;
        refresh();
    }

    @Override
    public boolean takesBlanks() {
        return dialog.kind().hasLetters();
    }

    @Override
    public void scanned(String code) {
        take(code);
        enter();
    }

    @Override
    public void typed(String characters) {
        take(text + characters);
    }

    @Override
    public void erase() {
        take(text.isEmpty() ? "" : text.substring(0, text.length() - 1));
    }

    @Override
    public void clear() {
        take("");
    }

    @Override
    public void enter() {
        bench.dismiss();
        dialog.then().accept(text.strip());
    }

    @Override
    public void back() {
        bench.dismiss();
    }
}
