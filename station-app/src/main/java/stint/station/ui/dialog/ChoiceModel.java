package stint.station.ui.dialog;

import stint.domain.plan.Operator;
import stint.station.ui.bench.Bench;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;

/**
 * A question with a few answers, each of which records something. Nothing is typed or scanned here:
 * a stray scan must not answer a question. On the FX thread only.
 */
public final class ChoiceModel implements DialogModel {

    private final ChoiceView question;
    private final Answer answer;
    private final Shown<ChoiceView> view;

    ChoiceModel(Bench bench, Operator operator, ChoiceView question) {
        this.question = question;
        this.answer = new Answer(bench, operator, this::refresh);
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<ChoiceView> view() {
        return view;
    }

    private ChoiceView draw() {
        return question.with(answer.busy(), answer.problem());
    }

    /** An answer was tapped. */
    public void choose(ChoiceView.Option option) {
        answer.record(option.command());
    }

    @Override
    public Object controller(Texts texts) {
        return new ChoiceDialog(this, texts);
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    @Override
    public void back() {
        answer.back();
    }
}
