package stint.station.ui.dialog;

import stint.domain.plan.Operator;
import stint.station.ui.bench.Bench;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;

import java.util.Optional;

/**
 * A question with a few answers, each of which records something. A digit is the answer with that
 * number; a stray scan of something else answers nothing. On the FX thread only.
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
    public void typed(String characters) {
        if (characters.matches("[1-9]")) {
            int index = Integer.parseInt(characters) - 1;
            question.options().stream().skip(index).findFirst().ifPresent(this::choose);
        }
    }

    @Override
    public boolean ordered(Order order) {
        Optional<ChoiceView.Option> meant =
                switch (order) {
                    case Order.Reason(String reason) ->
                            question.options().stream()
                                    .filter(option -> reason.equals(option.reason()))
                                    .findFirst();
                    case Order.Act act when act == Order.Act.OK ->
                            question.options().stream()
                                    .filter(option -> option.kind() == ChoiceView.Kind.PRIMARY)
                                    .findFirst();
                    default -> Optional.empty();
                };
        meant.ifPresent(this::choose);
        return meant.isPresent() || DialogModel.super.ordered(order);
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
