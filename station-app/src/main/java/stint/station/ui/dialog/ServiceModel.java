package stint.station.ui.dialog;

import stint.domain.plan.Operator;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.sheet.OrderSheet;
import stint.station.ui.signin.SignIn;

/**
 * The bench's own menu: wiping the panel and the sound are anybody's, the way out a supervisor's
 * (UX). On the FX thread only.
 */
public final class ServiceModel implements DialogModel {

    private final Bench bench;
    private final SignIn form;
    private final Shown<ServiceView> view;
    private boolean leaving;

    ServiceModel(Bench bench) {
        this.bench = bench;
        this.form = new SignIn(bench, this::show, this::leave);
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<ServiceView> view() {
        return view;
    }

    /** Code and PIN of whoever wants out. */
    public SignIn form() {
        return form;
    }

    @Override
    public Object controller(Texts texts) {
        return new ServiceDialog(this, texts);
    }

    @Override
    public void refresh() {
        form.tick();
        show();
    }

    private void show() {
        view.refresh();
    }

    private ServiceView draw() {
        return new ServiceView(bench.memory().sound(), leaving, form.view());
    }

    /** Lets the panel be wiped. */
    public void clean() {
        bench.clean();
    }

    /** Switches the sound. */
    public void switchSound() {
        bench.memory().sound(!bench.memory().sound());
        show();
    }

    /** Keeps the sheet of barcodes, to be printed. */
    public void keepSheet() {
        Texts texts = bench.texts();
        bench.memory()
                .keep("orders-" + texts.language() + ".html", OrderSheet.html(bench.floor(), texts))
                .ifPresent(file -> {
                    bench.dismiss();
                    bench.say(texts.text("service.sheet.kept", file));
                });
    }

    /** Somebody wants to close the kiosk: who? */
    public void askToLeave() {
        leaving = true;
        show();
    }

    private void leave(Operator who) {
        if (who.role().supervises()) {
            bench.leave();
        } else {
            form.refuse(new Problem(bench.texts().text("approve.no.supervisor"), "NOT_ALLOWED"));
        }
    }

    @Override
    public void scanned(String code) {
        if (leaving) {
            form.scanned(code);
        }
    }

    @Override
    public void typed(String characters) {
        if (leaving) {
            form.typed(characters);
        }
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
        if (!form.busy()) {
            bench.dismiss();
        }
    }
}
