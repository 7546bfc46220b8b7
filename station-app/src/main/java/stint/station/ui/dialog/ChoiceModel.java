package stint.station.ui.dialog;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Operator;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Recorder;

/** A question with a few answers, each of which records something. On the FX thread only. */
public final class ChoiceModel implements DialogModel {

    private final Bench bench;
    private final Recorder recorder;
    private final ChoiceView question;
    private final ReadOnlyObjectWrapper<ChoiceView> view;
    private @Nullable Problem problem;

    ChoiceModel(Bench bench, Operator operator, ChoiceView question) {
        this.bench = bench;
        this.recorder = new Recorder(bench, operator);
        this.question = question;
        this.view = new ReadOnlyObjectWrapper<>(question);
        recorder.busy().addListener(property -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<ChoiceView> view() {
        return view.getReadOnlyProperty();
    }

    /** An answer was tapped. */
    public void choose(ChoiceView.Option option) {
        problem = null;
        recorder.record(
                option.command(),
                wrong -> {
                    problem = wrong;
                    refresh();
                });
    }

    @Override
    public void refresh() {
        view.set(question.with(recorder.busy().get(), problem));
    }

    @Override
    public void back() {
        if (!recorder.busy().get()) {
            bench.dismiss();
        }
    }

    @Override
    public void scanned(String code) {
        // Nothing to scan here; a stray scan must not answer a question.
    }

    @Override
    public void typed(String characters) {
        // Nothing to type here.
    }

    @Override
    public void erase() {
        // Nothing was typed.
    }

    @Override
    public void enter() {
        // An answer needs its button; Enter on a focused button is that button's.
    }
}
