package stint.station.ui.dialog;

import stint.domain.plan.Operator;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.signin.SignIn;
import stint.station.ui.signin.SignInView;

import java.util.List;

/** A supervisor's leave, given on the spot (PR-4, PR-5, SOP-4, SOP-5). On the FX thread only. */
public final class ApproveModel implements DialogModel {

    /** What fits below the reasons, on a small panel; the others scan their badge. */
    private static final int SUPERVISORS_MAX = 2;

    private final Bench bench;
    private final Leave leave;
    private final Answer answer;
    private final SignIn form;
    private final Shown<ApproveView> view;
    private boolean signing;
    private String reason = "";

    /**
     * @param operator who is logged in, and needs it
     * @param leave what is asked for
     */
    ApproveModel(Bench bench, Operator operator, Leave leave) {
        this.bench = bench;
        this.leave = leave;
        this.signing = leave.called();
        this.answer = new Answer(bench, operator, this::show);
        this.form = new SignIn(bench, this::show, this::allowedBy);
        this.view = new Shown<>(this::draw);
        if (signing && leave.may().test(operator)) {
            form.choose(operator.code().value());
        }
    }

    /** What to show. */
    public Shown<ApproveView> view() {
        return view;
    }

    /** The supervisor's code and PIN. */
    public SignIn form() {
        return form;
    }

    @Override
    public Object controller(Texts texts) {
        return new ApproveDialog(this, texts);
    }

    @Override
    public void refresh() {
        form.tick();
        show();
    }

    private void show() {
        view.refresh();
    }

    private ApproveView draw() {
        SignInView filled = form.view();
        boolean busy = filled.busy() || answer.busy();
        boolean said = leave.reasons().isEmpty() || !reason.isEmpty();
        return new ApproveView(
                signing,
                leave.title(),
                leave.text(),
                leave.lines(),
                supervisors(filled.code()),
                reasons(),
                filled,
                leave.allow(),
                filled.ready() && said && !busy,
                busy,
                answer.problem());
    }

    private List<Choice> supervisors(String code) {
        return bench.floor().operators().stream()
                .filter(operator -> leave.may().test(operator) && operator.pinHash() != null)
                .limit(SUPERVISORS_MAX)
                .map(operator ->
                        new Choice(
                                operator.code().value(),
                                operator.name(),
                                operator.code().value().equals(code)))
                .toList();
    }

    private List<Choice> reasons() {
        return leave.reasons().stream()
                .map(each -> new Choice(each.code(), each.label(), each.code().equals(reason)))
                .toList();
    }

    /** A supervisor is there. */
    public void sign() {
        signing = true;
        show();
    }

    /** A reason was tapped. */
    public void because(String code) {
        reason = code;
        show();
    }

    private String because() {
        return reasons().stream()
                .filter(Choice::chosen)
                .map(Choice::label)
                .findFirst()
                .orElse(reason);
    }

    /** Allows it, if the PIN is right and it is a supervisor's. */
    public void allow() {
        if (view.get().ready()) {
            form.attempt();
        }
    }

    private void allowedBy(Operator supervisor) {
        String objection = leave.objection().get();
        if (!objection.isEmpty()) {
            form.refuse(new Problem(objection, "CHANGED"));
        } else if (leave.may().test(supervisor)) {
            answer.record(leave.command().apply(supervisor, because()));
        } else {
            form.refuse(new Problem(leave.mayNot(), "NOT_ALLOWED"));
        }
    }

    @Override
    public void scanned(String text) {
        signing = true;
        form.scanned(text);
    }

    @Override
    public boolean ordered(Order order) {
        if (order instanceof Order.Reason(String code)) {
            boolean known =
                    view.get().reasons().stream().anyMatch(each -> each.code().equals(code));
            if (known) {
                because(code);
            }
            return known;
        }
        return DialogModel.super.ordered(order);
    }

    @Override
    public void typed(String characters) {
        form.typed(characters);
    }

    @Override
    public void erase() {
        form.erase();
    }

    @Override
    public void clear() {
        form.clear();
    }

    @Override
    public void enter() {
        if (!signing) {
            sign();
        } else if (form.view().typing() == SignInView.Field.CODE) {
            form.enter();
        } else {
            allow();
        }
    }

    @Override
    public void back() {
        if (!form.busy()) {
            answer.back();
        }
    }
}
