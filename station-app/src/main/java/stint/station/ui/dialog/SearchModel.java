package stint.station.ui.dialog;

import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;

/** What to look for in the list. On the FX thread only. */
public final class SearchModel implements DialogModel {

    private static final int LENGTH_MAX = 40;

    private final Bench bench;
    private final Dialog.Search dialog;
    private final Shown<SearchView> view;
    private String text;

    SearchModel(Bench bench, Dialog.Search dialog) {
        this.bench = bench;
        this.dialog = dialog;
        this.text = dialog.text();
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<SearchView> view() {
        return view;
    }

    private SearchView draw() {
        return new SearchView(text);
    }

    @Override
    public Object controller(Texts texts) {
        return new SearchDialog(this, texts);
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
        bench.toQueue(dialog.operator(), text);
    }

    @Override
    public void back() {
        bench.dismiss();
    }
}
