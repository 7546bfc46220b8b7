package stint.station.ui.login;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.plan.Operator;
import stint.station.core.LoginResult;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.InputTaker;
import stint.station.ui.kit.Texts;
import stint.station.ui.login.LoginView.Field;

import java.util.List;

/** The login screen's state and intents (ST-1). On the FX thread only. */
public final class LoginModel implements InputTaker {

    /** Names on a page. */
    static final int PER_PAGE = 8;

    private static final int CODE_LENGTH_MAX = 40;
    private static final int PIN_LENGTH_MAX = 12;
    private static final int PIN_LENGTH_MIN = 4;

    private final Bench bench;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<LoginView> view;
    private final StringBuilder pin = new StringBuilder();
    private String code = "";
    private Field typing = Field.CODE;
    private int page;
    private boolean busy;
    private @Nullable Problem problem;
    private long waitUntilMs;

    /** A screen for nobody yet. */
    public LoginModel(Bench bench) {
        this.bench = bench;
        this.texts = bench.texts();
        this.view = new ReadOnlyObjectWrapper<>(draw());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<LoginView> view() {
        return view.getReadOnlyProperty();
    }

    /** The floor or the time has changed. */
    public void refresh() {
        if (waitUntilMs > 0) {
            long secondsLeft = Math.ceilDiv(waitUntilMs - nowMs(), 1000);
            waitUntilMs = secondsLeft > 0 ? waitUntilMs : 0;
            problem = secondsLeft > 0 ? waitFor(secondsLeft) : null;
        }
        show();
    }

    private void show() {
        view.set(draw());
    }

    private LoginView draw() {
        List<Operator> people = LoginViews.people(bench.floor(), bench.core().station());
        int pages = Math.max(1, Math.ceilDiv(people.size(), PER_PAGE));
        page = Math.clamp(page, 0, pages - 1);
        List<LoginView.Person> shown =
                people.stream()
                        .skip((long) page * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(operator ->
                                new LoginView.Person(
                                        operator.code().value(),
                                        operator.name(),
                                        operator.code().value().equals(code)))
                        .toList();
        String name =
                people.stream()
                        .filter(operator -> operator.code().value().equals(code))
                        .map(Operator::name)
                        .findFirst()
                        .orElse("");
        boolean ready = !code.isEmpty() && pin.length() >= PIN_LENGTH_MIN && waitUntilMs == 0;
        return new LoginView(
                shown, page, pages, code, name, pin.length(), typing, ready, busy, problem);
    }

    /** A name was tapped. */
    public void choose(String chosen) {
        code = chosen;
        typing = Field.PIN;
        forget();
    }

    /** The field to type into was tapped. */
    public void focus(Field field) {
        typing = field;
        show();
    }

    /** Another page of names. */
    public void turn(int by) {
        page += by;
        show();
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
        show();
    }

    @Override
    public void erase() {
        if (typing == Field.PIN && !pin.isEmpty()) {
            pin.setLength(pin.length() - 1);
        } else if (typing == Field.CODE && !code.isEmpty()) {
            code = code.substring(0, code.length() - 1);
        }
        show();
    }

    /** Takes back what was typed. */
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
            login();
        }
    }

    @Override
    public void back() {
        code = "";
        typing = Field.CODE;
        forget();
    }

    /** Tries. */
    public void login() {
        if (busy || !draw().ready()) {
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
        show();
        bench.core().login(who, digits).thenAcceptAsync(this::take, bench.ui());
    }

    private void take(LoginResult result) {
        busy = false;
        switch (result) {
            case LoginResult.LoggedIn in -> {
                pin.setLength(0);
                bench.login(in.operator());
            }
            case LoginResult.Rejected no -> reject(no.reason(), no.delay().toMillis());
        }
    }

    private void reject(LoginResult.Reason reason, long delayMs) {
        forget();
        waitUntilMs = delayMs > 0 ? nowMs() + delayMs : 0;
        problem =
                switch (reason) {
                    case WRONG -> new Problem(texts.text("login.wrong"), "LOGIN_WRONG");
                    case WAIT -> waitFor(Math.ceilDiv(delayMs, 1000));
                    case UNAVAILABLE ->
                            new Problem(texts.text("login.unavailable"), "LOGIN_UNAVAILABLE");
                };
        show();
    }

    private Problem waitFor(long seconds) {
        return new Problem(texts.text("login.wait", seconds), "LOGIN_WAIT");
    }

    private void forget() {
        pin.setLength(0);
        clearProblem();
        show();
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
