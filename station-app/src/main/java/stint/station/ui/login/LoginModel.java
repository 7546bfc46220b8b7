package stint.station.ui.login;

import stint.domain.plan.Operator;
import stint.station.ui.bench.Bench;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.signin.SignIn;
import stint.station.ui.signin.SignInView;

import java.util.List;

/** The login screen's state and intents (ST-1). On the FX thread only. */
public final class LoginModel implements ScreenModel {

    /** Names on a page. */
    static final int PER_PAGE = 8;

    private final Bench bench;
    private final SignIn form;
    private final Shown<LoginView> view;
    private int page;

    /** A screen for nobody yet. */
    public LoginModel(Bench bench) {
        this.bench = bench;
        this.form = new SignIn(bench, this::show, bench::login);
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<LoginView> view() {
        return view;
    }

    /** Code and PIN. */
    public SignIn form() {
        return form;
    }

    @Override
    public void refresh() {
        form.tick();
        show();
    }

    private void show() {
        view.refresh();
    }

    private LoginView draw() {
        SignInView filled = form.view();
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
                                        here(operator),
                                        operator.code().value().equals(filled.code())))
                        .toList();
        return new LoginView(shown, page, pages, filled);
    }

    /** Since when somebody is signed on here: one of several at this bench. */
    private String here(Operator operator) {
        return bench.state()
                .get()
                .place()
                .session(operator.code())
                .map(session ->
                        bench.texts()
                                .text(
                                        "login.here",
                                        bench.texts()
                                                .moment(
                                                        session.openedAt(),
                                                        bench.now().get().time())))
                .orElse("");
    }

    /** Another page of names. */
    public void turn(int by) {
        page += by;
        show();
    }

    @Override
    public void scanned(String code) {
        bench.badge(code).ifPresentOrElse(bench::login, () -> form.scanned(code));
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
        form.enter();
    }

    @Override
    public void back() {
        form.back();
    }
}
