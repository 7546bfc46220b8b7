package stint.station.ui.signin;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.plan.Operator;
import stint.station.core.LoginResult;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.InputTaker;
import stint.station.ui.signin.SignInView.Field;

import java.util.function.Consumer;

/**
 * Asks who somebody is and has the bench check the PIN (ST-1). A PIN is kept only until it is
 * tried. On the FX thread only.
 */
public final class SignIn implements InputTaker {

    private static final int CODE_LENGTH_MAX = 40;
    private static final int PIN_LENGTH_MAX = 12;
    private static final int PIN_LENGTH_MIN = 4;

    private final Bench bench;
    private final Runnable changed;
    private final Consumer<Operator> then;
    private final StringBuilder pin = new StringBuilder();
    private String code = "";
    private Field typing = Field.CODE;
    private boolean busy;
    private @Nullable Problem problem;
    private long waitUntilMs;

    /**
     * A form for nobody yet.
     *
     * @param changed is told when there is something else to show
     * @param then gets whoever has proved who they are
     */
    public SignIn(Bench bench, Runnable changed, Consumer<Operator> then) {
        this.bench = bench;
        this.changed = changed;
        this.then = then;
    }

    /** What to show. */
    public SignInView view() {
        String name =
                bench.floor().operators().stream()
                        .filter(operator -> operator.code().value().equals(code))
                        .map(Operator::name)
                        .findFirst()
                        .orElse("");
        return new SignInView(code, name, pin.length(), typing, ready(), busy, problem);
    }

    /** Whether there is enough to try. */
    public boolean ready() {
        return !code.isEmpty() && pin.length() >= PIN_LENGTH_MIN && waitUntilMs == 0 && !busy;
    }

    /** Whether the PIN is being checked. */
    public boolean busy() {
        return busy;
    }

    /** The time has changed: whoever must wait is told how long. */
    public void tick() {
        if (waitUntilMs > 0) {
            long secondsLeft = Math.ceilDiv(waitUntilMs - nowMs(), 1000);
            waitUntilMs = secondsLeft > 0 ? waitUntilMs : 0;
            problem = secondsLeft > 0 ? waitFor(secondsLeft) : null;
        }
    }

    /** A name was tapped, or a badge scanned. */
    public void choose(String chosen) {
        code = chosen;
        typing = Field.PIN;
        forget();
    }

    /** The field to type into was tapped. */
    public void focus(Field field) {
        typing = field;
        changed.run();
    }

    @Override
    public void scanned(String text) {
        choose(text);
    }

    @Override
    public void typed(String characters) {
        clearProblem();
        if (typing == Field.CODE && code.length() + characters.length() <= CODE_LENGTH_MAX) {
            code += characters;
        } else if (typing == Field.PIN && pin.length() + characters.length() <= PIN_LENGTH_MAX) {
            pin.append(characters);
        }
        changed.run();
    }

    @Override
    public void erase() {
        if (typing == Field.PIN && !pin.isEmpty()) {
            pin.setLength(pin.length() - 1);
        } else if (typing == Field.CODE && !code.isEmpty()) {
            code = code.substring(0, code.length() - 1);
        }
        changed.run();
    }

    @Override
    public void clear() {
        if (typing == Field.CODE) {
            code = "";
        }
        forget();
    }

    @Override
    public void enter() {
        if (typing == Field.CODE && !code.isEmpty()) {
            focus(Field.PIN);
        } else {
            attempt();
        }
    }

    @Override
    public void back() {
        code = "";
        typing = Field.CODE;
        forget();
    }

    /** Tries, if there is enough to try. */
    public void attempt() {
        if (!ready()) {
            return;
        }
        char[] digits = new char[pin.length()];
        pin.getChars(0, pin.length(), digits, 0);
        OperatorCode who;
        try {
            who = new OperatorCode(code);
        } catch (IllegalArgumentException e) {
            // A text that can't be a code is nobody's: as wrong as any other, and said so.
            reject(LoginResult.Reason.WRONG, 0);
            return;
        }
        busy = true;
        changed.run();
        bench.core().login(who, digits).thenAcceptAsync(this::take, bench.ui());
    }

    private void take(LoginResult result) {
        busy = false;
        switch (result) {
            case LoginResult.LoggedIn in -> {
                pin.setLength(0);
                then.accept(in.operator());
            }
            case LoginResult.Rejected no -> reject(no.reason(), no.delay().toMillis());
        }
    }

    private void reject(LoginResult.Reason reason, long delayMs) {
        forget();
        waitUntilMs = delayMs > 0 ? nowMs() + delayMs : 0;
        refuse(
                switch (reason) {
                    case WRONG -> new Problem(bench.texts().text("login.wrong"), "LOGIN_WRONG");
                    case WAIT -> waitFor(Math.ceilDiv(delayMs, 1000));
                    case UNAVAILABLE ->
                            new Problem(
                                    bench.texts().text("login.unavailable"), "LOGIN_UNAVAILABLE");
                });
    }

    /** Says why whoever it is may not do what they came for. */
    public void refuse(Problem why) {
        problem = why;
        bench.refused();
        changed.run();
    }

    private Problem waitFor(long seconds) {
        return new Problem(bench.texts().text("login.wait", seconds), "LOGIN_WAIT");
    }

    private void forget() {
        pin.setLength(0);
        clearProblem();
        changed.run();
    }

    private void clearProblem() {
        if (waitUntilMs == 0) {
            problem = null;
        }
    }

    private long nowMs() {
        return bench.now().get().monotonicMillis();
    }
}
