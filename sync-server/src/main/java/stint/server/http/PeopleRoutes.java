package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

import org.jspecify.annotations.Nullable;

import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.work.Floor;
import stint.server.ServerConfig;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.trust.Caller;
import stint.server.trust.Credentials;
import stint.server.trust.Enrolments;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;
import stint.wire.protocol.PinRequest;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;

/** People sign in and out, and have PINs (SERVER "PINs and keys"). */
final class PeopleRoutes {

    private final ServerConfig.Access access;
    private final Inbox inbox;
    private final Writes writes;
    private final Credentials credentials;

    PeopleRoutes(ServerConfig.Access access, Inbox inbox, Writes writes, Credentials credentials) {
        this.access = access;
        this.inbox = inbox;
        this.writes = writes;
        this.credentials = credentials;
    }

    void register(RoutesConfig routes) {
        Route.LOGIN.serve(routes, this::login);
        Route.LOGOUT.serve(routes, this::logout);
        Route.ME.serve(routes, this::me);
        Route.PIN.serve(routes, this::pin);
    }

    private void login(Context context) {
        LoginRequest request = writes.message(context, LoginRequest.class);
        OperatorCode code = Params.operator(request.operator());
        String token =
                signIn(context, credentials, request.operator(), request.pin().toCharArray());
        Answers.json(context, reply(code, token));
    }

    /**
     * Signs somebody in and leaves the word for it with their browser.
     *
     * @throws FaultException as {@code SignIns} does
     */
    static String signIn(Context context, Credentials credentials, String operator, char[] pin) {
        String token =
                credentials
                        .signIns()
                        .signIn(Params.operator(operator), pin, context.req().getRemoteAddr());
        Cookie cookie = new Cookie(Gate.COOKIE, token);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(context.req().isSecure());
        context.cookie(cookie);
        return token;
    }

    private LoginReply reply(OperatorCode code, @Nullable String token) {
        Operator operator =
                inbox.picture()
                        .floor()
                        .operator(code)
                        .orElseThrow(
                                () -> FaultException.of(Fault.NOT_FOUND, "there is no " + code));
        String role = operator.role().name().toLowerCase(Locale.ROOT);
        return new LoginReply(code.value(), operator.name(), role, token);
    }

    private void logout(Context context) {
        String token = Gate.sessionToken(context);
        if (token != null) {
            credentials.signIns().signOut(token);
        }
        context.removeCookie(Gate.COOKIE);
        context.status(204);
    }

    private void me(Context context) {
        Caller caller = Gate.caller(context);
        Answers.json(
                context,
                caller instanceof Caller.Person person
                        ? reply(person.code(), null)
                        : new LoginReply(
                                caller.name(),
                                caller.name(),
                                caller instanceof Caller.Console ? "admin" : "anyone",
                                null));
    }

    private void pin(Context context) {
        OperatorCode code = Params.operator(context.pathParam("operator"));
        Caller by = Gate.caller(context);
        if (by instanceof Caller.Person person
                && person.role() != Role.ADMIN
                && !person.code().equals(code)) {
            throw FaultException.of(Fault.NOT_ALLOWED, "only an administrator sets another's PIN");
        }
        char[] pin = writes.message(context, PinRequest.class).pin().toCharArray();
        if (code.value().contentEquals(CharBuffer.wrap(pin))) {
            throw FaultException.of(Fault.INVALID, "everybody knows the worker code");
        }
        Pins.weakness(pin, access.pinDigits())
                .ifPresent(weakness -> {
                    throw FaultException.of(Fault.INVALID, words(weakness));
                });
        String sealed = credentials.pepper().seal(Pins.hash(pin));
        Answers.recorded(
                context,
                writes.record(
                        Enrolments.operator(by),
                        (floor, now) -> List.of(withPin(floor, code, sealed))));
    }

    private String words(Pins.Weakness weakness) {
        return switch (weakness) {
            case TOO_SHORT -> "a PIN has at least " + access.pinDigits() + " digits here";
            case TOO_LONG -> "a PIN has at most 12 digits";
            case NOT_DIGITS -> "a PIN has digits only";
            case REPEATED -> "one digit over and over is guessed first";
            case RUN -> "digits in a row are guessed first";
            case PATTERN -> "the same digits again and again are guessed early";
            case DATE -> "dates are guessed first";
        };
    }

    private static PlanFact withPin(Floor floor, OperatorCode code, String sealed) {
        Operator operator =
                floor.operator(code)
                        .orElseThrow(
                                () -> FaultException.of(Fault.NOT_FOUND, "there is no " + code));
        if (!operator.active()) {
            throw FaultException.of(
                    Fault.INVALID, code + " does not work here any more; make them active first");
        }
        return new PlanFact.OperatorRegistered(operator.with(sealed));
    }
}
