package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.office.PlanWords;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.reconcile.Picture;
import stint.server.trust.Caller;
import stint.server.trust.Credentials;
import stint.server.web.Desk;
import stint.server.web.LoginPage;
import stint.server.web.Pages;
import stint.server.web.WebTexts;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The supervisor's desk in a browser: signing in, exceptions, what is done about them (EX-2). */
final class ExceptionDesk {

    private static final String DESK = "/exceptions";

    /** The longest note or reason that is kept. */
    private static final int TEXT_MAX = 500;

    /** What the page itself can say; its reader looks again and goes on. */
    private static final Set<Fault> REFUSALS =
            Set.of(Fault.INVALID, Fault.MALFORMED, Fault.SESSION_LOCKED, Fault.STALE);

    private final Inbox inbox;
    private final Writes writes;
    private final Credentials credentials;
    private final ZoneId zone;

    ExceptionDesk(Inbox inbox, Writes writes, Credentials credentials, ZoneId zone) {
        this.inbox = inbox;
        this.writes = writes;
        this.credentials = credentials;
        this.zone = zone;
    }

    void register(RoutesConfig routes) {
        Route.LOGIN_PAGE.serve(routes, context -> loginPage(context, "", ""));
        Route.LOGIN_FORM.serve(routes, this::login);
        Route.LOGOUT_FORM.serve(routes, this::logout);
        Route.EXCEPTION_DESK.serve(routes, context -> desk(context, ""));
        Route.ACKNOWLEDGE_FORM.serve(routes, context -> act(context, this::acknowledge));
        Route.CORRECT_FORM.serve(routes, context -> act(context, this::correct));
        Route.VOID_FORM.serve(routes, context -> act(context, this::takeBack));
    }

    private WebTexts texts(Context context) {
        return new WebTexts(Html.language(context), zone);
    }

    private void loginPage(Context context, String operator, String problem) {
        String next = Html.localOr(context.queryParam("next"), DESK);
        Html.page(
                context,
                Pages.draw("login", new LoginPage(texts(context), next, operator, problem)));
    }

    private void login(Context context) {
        Map<String, String> form = Html.form(context, writes);
        Html.requireSameSite(context);
        String operator = form.getOrDefault("operator", "");
        try {
            PeopleRoutes.signIn(
                    context, credentials, operator, form.getOrDefault("pin", "").toCharArray());
            Html.seeOther(context, spoken(context, Html.localOr(form.get("next"), DESK)));
        } catch (FaultException e) {
            // Which of the two was wrong is not said, as everywhere.
            String key = e.fault() == Fault.TOO_MANY ? "login.later" : "login.wrong";
            context.status(e.fault() == Fault.TOO_MANY ? 429 : 422);
            loginPage(context, operator, texts(context).text(key));
        }
    }

    /** Where somebody goes on reading what they have read so far. */
    private static String spoken(Context context, String where) {
        return where.contains("lang=")
                ? where
                : where
                        + (where.contains("?") ? "&" : "?")
                        + "lang="
                        + Html.language(context).tag();
    }

    private void logout(Context context) {
        Map<String, String> form = Html.form(context, writes);
        Html.person(context, form);
        String token = Gate.sessionToken(context);
        if (token != null) {
            credentials.signIns().signOut(token);
        }
        context.removeCookie(Gate.COOKIE);
        Html.seeOther(context, "/login?lang=" + Html.language(context).tag());
    }

    private void desk(Context context, String problem) {
        Desk.Asked asked =
                new Desk.Asked(context.queryParam("all") != null, type(context.queryParam("type")));
        Picture picture = inbox.picture();
        WebTexts texts = texts(context);
        Operator person = supervisor(context);
        Html.page(
                context,
                Pages.draw(
                        "desk",
                        writes.ask(floor ->
                                Desk.page(
                                        picture,
                                        floor,
                                        texts,
                                        zone,
                                        asked,
                                        person,
                                        Html.proof(context),
                                        problem))));
    }

    private static String type(@Nullable String text) {
        return text == null || !text.matches("[A-Z_]{1,40}") ? "" : text;
    }

    private @Nullable Operator supervisor(Context context) {
        return Gate.caller(context) instanceof Caller.Person person
                ? inbox.picture()
                        .floor()
                        .operator(person.code())
                        .filter(operator -> operator.role().supervises())
                        .orElse(null)
                : null;
    }

    /** What a form asks for. */
    @FunctionalInterface
    private interface Act {

        void by(Caller.Person person, Map<String, String> form);
    }

    private void act(Context context, Act act) {
        Map<String, String> form = Html.form(context, writes);
        Caller.Person person = Html.person(context, form);
        try {
            act.by(person, form);
            Html.seeOther(context, DESK + "?lang=" + Html.language(context).tag());
        } catch (FaultException e) {
            if (!REFUSALS.contains(e.fault())) {
                throw e;
            }
            context.status(e.fault() == Fault.STALE ? 409 : 422);
            desk(context, words(context, e));
        }
    }

    /** What changed meanwhile, or that it can't be. */
    private String words(Context context, FaultException fault) {
        PlanWords words = PlanWords.in(Html.language(context).locale(), zone);
        return fault.refusals().isEmpty()
                ? texts(context).text("desk.refused")
                : fault.refusals().stream()
                        .map(refused -> words.say(refused.refusal()))
                        .collect(Collectors.joining(" "));
    }

    private void acknowledge(Caller.Person person, Map<String, String> form) {
        String exception = Html.required(form, "exception");
        writes.decide(
                person.code(),
                new Command.Acknowledge(person.code(), exception, text(form, "note")),
                floor -> Writes.asSeen(DeskRoutes.stale(floor, exception, form.get("seen"))),
                DeskRoutes::refusal);
    }

    private void correct(Caller.Person person, Map<String, String> form) {
        EventId event = Office.event(Html.required(form, "event"));
        long quantity = number(Html.required(form, "quantity"));
        decide(
                new Command.Correct(person.code(), event, quantity, text(form, "reason")),
                event,
                form);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw FaultException.of(Fault.INVALID, "\"" + text + "\" is no whole number", e);
        }
    }

    private void takeBack(Caller.Person person, Map<String, String> form) {
        EventId event = Office.event(Html.required(form, "event"));
        decide(new Command.Undo(person.code(), event, text(form, "reason")), event, form);
    }

    private static String text(Map<String, String> form, String name) {
        String text = Html.required(form, name);
        if (text.length() > TEXT_MAX) {
            throw FaultException.of(
                    Fault.INVALID, name + " has more than " + TEXT_MAX + " characters");
        }
        return text;
    }

    private void decide(Command command, EventId event, Map<String, String> form) {
        writes.decide(
                command.operator(),
                command,
                floor -> Writes.asSeen(DeskRoutes.stale(floor, event, form.get("seen"))),
                DeskRoutes::refusal);
    }
}
