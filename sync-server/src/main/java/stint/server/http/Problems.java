package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.credential.SignedRequest;
import stint.domain.office.PlanWords;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.office.OfficeViews;
import stint.server.web.Pages;
import stint.server.web.ProblemPage;
import stint.server.web.WebTexts;
import stint.wire.WireJson;
import stint.wire.planning.RefusalView;
import stint.wire.protocol.Problem;
import stint.wire.protocol.Protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

/**
 * Answers with problem documents (RFC 9457), whoever found the fault: a route, Javalin or Jetty.
 */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** When to come again after a 503 (seconds). */
    private static final String RETRY_AFTER_SECONDS = "2";

    private static final int SECONDS_PER_MINUTE = 60;

    private final Clocks clocks;
    private final ZoneId zone;

    Problems(Clocks clocks, ZoneId zone) {
        this.clocks = clocks;
        this.zone = zone;
    }

    void register(RoutesConfig routes) {
        routes.exception(FaultException.class, (e, context) -> answer(context, e));
        routes.exception(
                HttpResponseException.class, (e, context) -> answer(context, translated(e)));
        routes.exception(
                Exception.class,
                (e, context) -> {
                    LOG.error("{} {} failed", context.method(), context.path(), e);
                    answer(
                            context,
                            FaultException.of(
                                    Fault.INTERNAL, "the server failed; its log says how"));
                });
    }

    private static FaultException translated(HttpResponseException e) {
        Fault fault =
                switch (e.getStatus()) {
                    case 404 -> Fault.NOT_FOUND;
                    case 405 -> Fault.METHOD_NOT_ALLOWED;
                    case 413 -> Fault.TOO_LARGE;
                    case 500 -> Fault.INTERNAL;
                    default -> Fault.MALFORMED;
                };
        return FaultException.of(fault, String.valueOf(e.getMessage()), e);
    }

    private void answer(Context context, FaultException e) {
        Fault fault = e.fault();
        if (fault.status() == Fault.OVERLOADED.status() || fault == Fault.TOO_OFTEN) {
            context.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (fault == Fault.NOT_AUTHENTICATED || fault == Fault.CLOCK) {
            context.header("WWW-Authenticate", SignedRequest.SCHEME);
        }
        if (fault == Fault.CLOCK) {
            long now = clocks.read().time().toEpochMilli();
            context.header(Protocol.TIME_HEADER, Long.toString(now));
        }
        if (Html.wanted(context)) {
            page(context, e);
            return;
        }
        context.status(fault.status()).contentType(Protocol.PROBLEM_MEDIA_TYPE);
        context.result(
                e.refusals().isEmpty()
                        ? document(
                                fault,
                                fault.status(),
                                fault.title(),
                                e.detail(),
                                e.sequence(),
                                e.sessions())
                        : refused(context, e));
    }

    /** All that is wrong, in the caller's language (DP-3). */
    private byte[] refused(Context context, FaultException e) {
        String language = context.header("Accept-Language");
        int offset = clocks.read().zoneOffsetMinutes();
        PlanWords words =
                PlanWords.accepted(
                        language == null ? "" : language,
                        ZoneOffset.ofTotalSeconds(offset * SECONDS_PER_MINUTE));
        List<RefusalView> refusals =
                e.refusals().stream().map(refused -> OfficeViews.refusal(refused, words)).toList();
        Fault fault = e.fault();
        return WireJson.write(
                new Problem(
                        "urn:stint:problem:" + fault.code(),
                        fault.title(),
                        fault.status(),
                        e.sessions().isEmpty()
                                ? String.join(
                                        "; ", refusals.stream().map(RefusalView::text).toList())
                                : e.detail(),
                        fault.code(),
                        null,
                        refusals,
                        e.sessions().isEmpty() ? null : e.sessions()));
    }

    /** The same for whoever reads pages. */
    private void page(Context context, FaultException e) {
        WebTexts texts = new WebTexts(Html.language(context), zone);
        boolean signIn = e.fault() == Fault.NOT_AUTHENTICATED;
        String key =
                switch (e.fault()) {
                    case NOT_AUTHENTICATED -> "problem.sign_in";
                    case NOT_ALLOWED -> "problem.not_allowed";
                    case NOT_FOUND, MALFORMED -> "problem.not_found";
                    case TOO_MANY, TOO_OFTEN -> "problem.too_many";
                    default -> "problem.other";
                };
        context.status(e.fault().status());
        String next = context.method().equals(HandlerType.GET) ? context.path() : "";
        Html.page(
                context,
                Pages.draw(
                        "problem",
                        new ProblemPage(
                                texts,
                                texts.text(key),
                                e.fault().code(),
                                signIn
                                        ? "/login?lang="
                                                + texts.language().tag()
                                                + "&next="
                                                + Html.localOr(next, "/exceptions")
                                        : "")));
    }

    private static byte[] document(
            Fault fault,
            int status,
            String title,
            String detail,
            OptionalLong sequence,
            List<String> sessions) {
        return WireJson.write(
                new Problem(
                        "urn:stint:problem:" + fault.code(),
                        title,
                        status,
                        detail,
                        fault.code(),
                        sequence.isPresent() ? sequence.getAsLong() : null,
                        null,
                        sessions.isEmpty() ? null : sessions));
    }

    /** For what Jetty refuses before any route sees it: bad request lines, headers too large. */
    static final class Jetty extends ErrorHandler {

        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int code,
                @Nullable String message,
                @Nullable Throwable cause,
                Callback callback)
                throws IOException {
            int status = ofCaller(code);
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Protocol.PROBLEM_MEDIA_TYPE);
            response.write(true, ByteBuffer.wrap(early(status, message)), callback);
        }

        /**
         * A version or an encoding nobody speaks is the caller's doing; a 5xx wakes somebody up.
         */
        private static int ofCaller(int code) {
            return code == HttpStatus.NOT_IMPLEMENTED_501
                            || code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
                    ? HttpStatus.BAD_REQUEST_400
                    : code;
        }

        private static byte[] early(int status, @Nullable String message) {
            Fault fault = status >= 500 ? Fault.INTERNAL : Fault.MALFORMED;
            String detail = message == null ? "status " + status : message;
            return document(fault, status, fault.title(), detail, OptionalLong.empty(), List.of());
        }
    }
}
