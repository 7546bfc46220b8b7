package stint.station.ui.dialog;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Approval;
import stint.domain.event.OperatorCode;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.station.core.LoginResult;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Recorder;
import stint.station.ui.dialog.ScrapView.Choice;
import stint.station.ui.kit.Texts;

import java.util.List;
import java.util.stream.Stream;

/** A supervisor's leave, given on the spot (PR-4, PR-5). On the FX thread only. */
public final class ApproveModel implements DialogModel {

    private static final int SUPERVISORS_MAX = 4;
    private static final int PIN_LENGTH_MIN = 4;
    private static final int LENGTH_MAX = 40;

    private final Bench bench;
    private final Dialog.Approve dialog;
    private final Recorder recorder;
    private final ReadOnlyObjectWrapper<ApproveView> view;
    private final StringBuilder pin = new StringBuilder();
    private boolean signing;
    private boolean checking;
    private boolean typingPin;
    private String code = "";
    private String reason = "";
    private @Nullable Problem problem;

    ApproveModel(Bench bench, Dialog.Approve dialog) {
        this.bench = bench;
        this.dialog = dialog;
        this.recorder = new Recorder(bench, dialog.operator());
        this.view = new ReadOnlyObjectWrapper<>(draw());
        recorder.busy().addListener(property -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<ApproveView> view() {
        return view.getReadOnlyProperty();
    }

    @Override
    public void refresh() {
        view.set(draw());
    }

    private ApproveView draw() {
        Texts texts = bench.texts();
        boolean tolerance = dialog.refusal().code() == Refusal.TOLERANCE_EXCEEDED;
        boolean busy = checking || recorder.busy().get();
        return new ApproveView(
                signing,
                tolerance ? texts.text("approve.tolerance") : texts.text("approve.done"),
                tolerance ? allowed(texts) : texts.text("approve.done.text"),
                supervisors(),
                reasons(texts),
                code,
                typingPin,
                pin.length(),
                !code.isEmpty() && pin.length() >= PIN_LENGTH_MIN && !reason.isEmpty() && !busy,
                busy,
                problem);
    }

    private String allowed(Texts texts) {
        long asked = dialog.command() instanceof Command.Count count ? asked(count) : 0;
        return texts.text("approve.allowed", dialog.refusal().allowed(), asked);
    }

    private static long asked(Command.Count count) {
        return count.serials().isEmpty() ? count.quantity() : count.serials().size();
    }

    private List<Choice> supervisors() {
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
                        texts.text("approve.reason.more"),
                        texts.text("approve.reason.replace"),
                        texts.text("approve.reason.count"))
                .map(text -> new Choice(text, text, text.equals(reason)))
                .toList();
    }

    /** A supervisor is there. */
    public void sign() {
        signing = true;
        refresh();
    }

    /** A name was tapped. */
    public void choose(String supervisor) {
        code = supervisor;
        typingPin = true;
        pin.setLength(0);
        problem = null;
        refresh();
    }

    /** A reason was tapped. */
    public void because(String text) {
        reason = text;
        refresh();
    }

    /** The field to type into was tapped. */
    public void focusPin(boolean onPin) {
        typingPin = onPin;
        refresh();
    }

    /** Allows it, if the PIN is right and it is a supervisor's. */
    public void allow() {
        if (!draw().ready()) {
            return;
        }
        char[] digits = pin.toString().toCharArray();
        pin.setLength(0);
        OperatorCode who;
        try {
            who = new OperatorCode(code);
        } catch (IllegalArgumentException e) {
            // Not the form of a code: nobody's, and said as any other wrong one.
            say("login.wrong", "LOGIN_WRONG");
            return;
        }
        checking = true;
        refresh();
        bench.core().login(who, digits).thenAcceptAsync(this::take, bench.ui());
    }

    private void take(LoginResult result) {
        checking = false;
        switch (result) {
            case LoginResult.LoggedIn in -> {
                if (in.operator().role().supervises()) {
                    record(in.operator());
                } else {
                    say("approve.no.supervisor", "NOT_ALLOWED");
                }
            }
            case LoginResult.Rejected no -> {
                switch (no.reason()) {
                    case WRONG -> say("login.wrong", "LOGIN_WRONG");
                    case WAIT ->
                            say(
                                    "login.wait",
                                    "LOGIN_WAIT",
                                    Math.ceilDiv(no.delay().toMillis(), 1000));
                    case UNAVAILABLE -> say("login.unavailable", "LOGIN_UNAVAILABLE");
                }
            }
        }
    }

    private void record(Operator supervisor) {
        Approval approval = new Approval(supervisor.code(), reason);
        recorder.record(
                approved(dialog.command(), approval),
                wrong -> {
                    problem = wrong;
                    refresh();
                });
    }

    private static Command approved(Command.OnTask command, Approval approval) {
        return switch (command) {
            case Command.Start start ->
                    new Command.Start(
                            start.operator(),
                            start.task(),
                            start.choice(),
                            start.piece(),
                            approval);
            case Command.Resume resume ->
                    new Command.Resume(resume.operator(), resume.task(), resume.choice(), approval);
            case Command.Complete complete ->
                    new Command.Complete(
                            complete.operator(),
                            complete.task(),
                            complete.quantity(),
                            complete.serials(),
                            approval);
            case Command.Pass pass ->
                    new Command.Pass(
                            pass.operator(),
                            pass.task(),
                            pass.quantity(),
                            pass.serials(),
                            approval);
            case Command.SendBack back -> back;
            case Command.Reopen reopen -> reopen;
            case Command.Hold hold -> hold;
            case Command.Scrap scrap -> scrap;
            case Command.EndSession end -> end;
            case Command.Cancel cancel -> cancel;
        };
    }

    private void say(String key, String problemCode, Object... values) {
        problem = new Problem(bench.texts().text(key, values), problemCode);
        refresh();
    }

    @Override
    public void scanned(String text) {
        signing = true;
        choose(text);
    }

    @Override
    public void typed(String characters) {
        problem = null;
        if (typingPin && pin.length() + characters.length() <= LENGTH_MAX) {
            pin.append(characters);
        } else if (!typingPin && code.length() + characters.length() <= LENGTH_MAX) {
            code += characters;
        }
        refresh();
    }

    @Override
    public void erase() {
        if (typingPin && !pin.isEmpty()) {
            pin.setLength(pin.length() - 1);
        } else if (!typingPin && !code.isEmpty()) {
            code = code.substring(0, code.length() - 1);
        }
        refresh();
    }

    /** Takes back what was typed. */
    public void clear() {
        if (typingPin) {
            pin.setLength(0);
        } else {
            code = "";
        }
        refresh();
    }

    @Override
    public void enter() {
        if (!signing) {
            sign();
        } else if (!typingPin) {
            focusPin(true);
        } else {
            allow();
        }
    }

    @Override
    public void back() {
        if (!checking && !recorder.busy().get()) {
            bench.dismiss();
        }
    }
}
