package stint.server.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.trust.Caller;
import stint.server.web.Language;
import stint.wire.MalformedMessageException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What all pages have in common: their headers, their language, and how forms are read. */
final class Html {

    /** Nothing but this server's own files, no script in a page, no frame around it. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src"
                    + " 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** The field of a form that only a page of this server can have filled in. */
    static final String PROOF = "proof";

    private static final String FORM = "application/x-www-form-urlencoded";

    private Html() {}

    static Language language(Context context) {
        return Language.choose(context.queryParam("lang"), context.header("Accept-Language"));
    }

    /** Whether a person reads the answer, and no program. */
    static boolean wanted(Context context) {
        String accepted = context.header("Accept");
        return !context.path().startsWith("/api/")
                && accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /**
     * What addresses of this server begin with, without a slash at the end.
     *
     * @param address where others find it; absent for wherever this request found it
     */
    static String base(Context context, @Nullable URI address) {
        return address == null
                ? context.req().getScheme() + "://" + context.header("Host")
                : address.toString().replaceAll("/+$", "");
    }

    /** Answers with a page that is nobody's to keep. */
    static void page(Context context, byte[] page) {
        page(context, page, "no-store");
    }

    static void page(Context context, byte[] page, String cacheControl) {
        heads(context);
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", cacheControl)
                .result(page);
    }

    static void heads(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Vary", "Accept-Language");
    }

    /** Leads the browser on with a question of its own. */
    static void seeOther(Context context, String where) {
        context.status(303).header("Location", where).header("Cache-Control", "no-store");
    }

    /** The fields of a form. */
    static Map<String, String> form(Context context, Writes writes) {
        return writes.body(context, FORM, Html::fields);
    }

    private static Map<String, String> fields(byte[] body) throws MalformedMessageException {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String part : new String(body, StandardCharsets.UTF_8).split("&", 50)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    fields.put(
                            URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8)
                                    .strip());
                }
            }
            return fields;
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("the form is garbled", e);
        }
    }

    /** A field that must be filled in. */
    static String required(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null || value.isBlank()) {
            throw FaultException.of(Fault.INVALID, name + " is missing");
        }
        return value;
    }

    /**
     * The person whose form this is.
     *
     * @throws FaultException when nobody is signed in, or another site's page sent it
     */
    static Caller.Person person(Context context, Map<String, String> form) {
        requireSameSite(context);
        if (!(Gate.caller(context) instanceof Caller.Person person)) {
            throw FaultException.of(Fault.NOT_AUTHENTICATED, "sign in first");
        }
        byte[] proof = proof(context).getBytes(StandardCharsets.US_ASCII);
        byte[] given = form.getOrDefault(PROOF, "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(proof, given)) {
            throw FaultException.of(Fault.NOT_ALLOWED, "open the page again, then send it");
        }
        return person;
    }

    /** What a browser says of where a form comes from must be this server; silence is allowed. */
    static void requireSameSite(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean foreign =
                site == null
                        ? origin != null && !isHere(context, origin)
                        : !site.equals("same-origin") && !site.equals("none");
        if (foreign) {
            throw FaultException.of(Fault.NOT_ALLOWED, "the form came from another site");
        }
    }

    private static boolean isHere(Context context, String origin) {
        try {
            return Objects.equals(URI.create(origin).getAuthority(), context.header("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What a page of whoever is signed in puts into its forms; empty where nobody is. */
    static String proof(Context context) {
        String token = Gate.sessionToken(context);
        return token == null ? "" : proof(token);
    }

    private static String proof(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("stint-form\n" + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A place on this server, or its board: an address from elsewhere leads nowhere else. */
    static String localOr(@Nullable String next, String otherwise) {
        boolean local = next != null && next.matches("/[a-z0-9][a-zA-Z0-9/?=&.%_-]*");
        return local ? String.valueOf(next) : otherwise;
    }
}
