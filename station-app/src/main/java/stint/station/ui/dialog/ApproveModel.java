package stint.station.ui.dialog;

import stint.domain.event.Approval;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Commands;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.signin.SignIn;
import stint.station.ui.signin.SignInView;

import java.util.List;
import java.util.stream.Stream;

/** A supervisor's leave, given on the spot (PR-4, PR-5). On the FX thread only. */
public final class ApproveModel implements DialogModel {

    private static final int SUPERVISORS_MAX = 4;

    private final Bench bench;
    private final Dialog.Approve dialog;
    private final Answer answer;
    private final SignIn form;
    private final Shown<ApproveView> view;
    private boolean signing;
    private String reason = "";

    ApproveModel(Bench bench, Dialog.Approve dialog) {
        this.bench = bench;
        this.dialog = dialog;
        this.answer = new Answer(bench, dialog.operator(), this::show);
        this.form = new SignIn(bench, this::show, this::allowedBy);
        this.view = new Shown<>(this::draw);
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
        Texts texts = bench.texts();
        boolean tolerance = dialog.refusal().code() == Refusal.TOLERANCE_EXCEEDED;
        SignInView filled = form.view();
        boolean busy = filled.busy() || answer.busy();
        return new ApproveView(
                signing,
                tolerance ? texts.text("approve.tolerance") : texts.text("approve.done"),
                tolerance ? allowed(texts) : texts.text("approve.done.text"),
                supervisors(filled.code()),
                reasons(texts),
                filled,
                filled.ready() && !reason.isEmpty() && !busy,
                busy,
                answer.problem());
    }

    private String allowed(Texts texts) {
        long asked = dialog.command() instanceof Command.Count count ? asked(count) : 0;
        return texts.text("approve.allowed", dialog.refusal().allowed(), asked);
    }

    private static long asked(Command.Count count) {
        return count.serials().isEmpty() ? count.quantity() : count.serials().size();
    }

    private List<Choice> supervisors(String code) {
        return bench.floor().operators().stream()
                .filter(operator -> operator.role().supervises() && operator.pinHash() != null)
                .limit(SUPERVISORS_MAX)
                .map(operator ->
                        new Choice(
                                operator.code().value(),
                                operator.name(),
                                operator.code().value().equals(code)))
                .toList();
    }

    private List<Choice> reasons(Texts texts) {
        return Stream.of(
                        new Choice("more", texts.text("approve.reason.more"), false),
                        new Choice("replace", texts.text("approve.reason.replace"), false),
                        new Choice("count", texts.text("approve.reason.count"), false))
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
        return reasons(bench.texts()).stream()
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
        if (supervisor.role().supervises()) {
            Approval approval = new Approval(supervisor.code(), because());
            answer.record(Commands.approved(dialog.command(), approval));
        } else {
            form.refuse(new Problem(bench.texts().text("approve.no.supervisor"), "NOT_ALLOWED"));
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
