package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.plan.Job;
import stint.domain.plan.Product;
import stint.server.Nearby;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.reconcile.Picture;
import stint.server.trace.Passport;
import stint.server.trace.PublicSerial;
import stint.server.trace.Qr;
import stint.server.trace.SerialCodes;
import stint.server.trace.SerialIndex;
import stint.server.trust.Throttle;
import stint.server.web.BagPage;
import stint.server.web.LabelPage;
import stint.server.web.Language;
import stint.server.web.Pages;
import stint.server.web.WebTexts;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The customer's page of a piece, and the labels that lead to it (TR-1). Whoever has no code learns
 * nothing, not even whether there is such a serial; whoever tries codes waits.
 */
final class BagRoutes {

    /** A withdrawn name is gone from every cache within a minute. */
    private static final String CACHED = "public, max-age=60";

    private static final int BURST = 60;
    private static final int PER_SECOND = 1;

    private final Inbox inbox;
    private final SerialIndex index;
    private final SerialCodes codes;
    private final @Nullable URI address;
    private final ZoneId zone;
    private final Rates<String> rates = new Rates<>(System::nanoTime);
    private final Throttle throttle = new Throttle(System::nanoTime);

    /**
     * @param address where customers find this server; absent for wherever a label is asked for
     */
    BagRoutes(
            Inbox inbox, SerialIndex index, SerialCodes codes, @Nullable URI address, ZoneId zone) {
        this.inbox = inbox;
        this.index = index;
        this.codes = codes;
        this.address = address;
        this.zone = zone;
    }

    void register(RoutesConfig routes) {
        Route.BAG.serve(routes, context -> page(context, null));
        Route.BAG_GS1.serve(routes, context -> page(context, context.pathParam("gtin")));
        Route.LABEL.serve(routes, this::label);
        Route.LABELS.serve(routes, this::labels);
    }

    private void page(Context context, @Nullable String gtin) {
        InetAddress from = address(context);
        String network = Nearby.network(from);
        if (!from.isLoopbackAddress()) { // On this machine it is the proxy that counts, or nobody.
            rates.require(network, PER_SECOND, BURST);
        }
        throttle.require(network);
        Serial serial = Params.serial(context.pathParam("serial"));
        String typed = context.queryParam("c");
        if (SerialCodes.isGuessable(serial) && typed == null) {
            ask(context, serial, false);
            return;
        }
        Picture picture = inbox.picture();
        Job job = index.job(picture, serial).orElse(null);
        Product product = job == null ? null : Passport.product(picture.floor(), job).orElse(null);
        boolean right = !SerialCodes.isGuessable(serial) || codes.isCode(serial, orEmpty(typed));
        boolean named = gtin == null || (product != null && gtin.equals(product.gtin()));
        if (job == null || !right || !named) {
            throttle.failed(network);
            context.status(404);
            ask(context, serial, true);
            return;
        }
        String own = path(serial, product);
        if (!context.path().equals(decoded(own))) {
            String query = context.queryString();
            Html.seeOther(context, query == null ? own : own + "?" + query);
            return;
        }
        answer(context, Passport.of(picture.floor(), job, serial, zone), own, typed);
    }

    private static InetAddress address(Context context) {
        try {
            return InetAddress.getByName(context.req().getRemoteAddr());
        } catch (UnknownHostException e) {
            throw FaultException.of(Fault.MALFORMED, "who asks has no address", e);
        }
    }

    private void answer(Context context, PublicSerial piece, String own, @Nullable String typed) {
        List<BagPage.Link> languages =
                Arrays.stream(Language.values())
                        .map(language -> new BagPage.Link(language, own + query(language, typed)))
                        .toList();
        byte[] page =
                Pages.draw(
                        "bag",
                        BagPage.of(piece, new WebTexts(Html.language(context), zone), languages));
        String tag = "\"" + stint.server.web.Assets.tag(page) + "\"";
        context.header("ETag", tag).header("X-Robots-Tag", "noindex");
        if (tag.equals(context.header("If-None-Match"))) {
            Html.heads(context);
            context.header("Cache-Control", CACHED).status(304);
            return;
        }
        Html.page(context, page, CACHED);
    }

    private static String query(Language language, @Nullable String code) {
        String lang = "?lang=" + language.tag();
        return code == null ? lang : lang + "&c=" + encode(code);
    }

    private void ask(Context context, Serial serial, boolean wrong) {
        WebTexts texts = new WebTexts(Html.language(context), zone);
        String here = context.req().getRequestURI();
        Html.page(
                context,
                Pages.draw("bagCode", new BagPage.Ask(texts, serial.value(), wrong, here)));
    }

    /** Where a piece's page is: by its GS1 number, or by its serial alone. */
    static String path(Serial serial, @Nullable Product product) {
        return product == null || product.gtin() == null
                ? "/s/" + encode(serial.value())
                : "/01/" + product.gtin() + "/21/" + encode(serial.value());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String path) {
        return java.net.URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void label(Context context) {
        Serial serial = Params.serial(context.pathParam("serial"));
        Picture picture = inbox.picture();
        Job job = index.job(picture, serial).orElseThrow(none("piece " + serial));
        print(context, picture, job, List.of(serial));
    }

    private void labels(Context context) {
        String ticket = context.pathParam("ticket");
        Picture picture = inbox.picture();
        Job job = picture.floor().job(ticket).orElseThrow(none("job " + ticket));
        int from = (int) Params.number(context, "from", 1, 1, Integer.MAX_VALUE);
        print(
                context,
                picture,
                job,
                job.serials().stream()
                        .sorted(Comparator.naturalOrder())
                        .skip(from - 1L)
                        .limit(LabelPage.LABELS_MAX)
                        .toList());
    }

    private static Supplier<FaultException> none(String what) {
        return () -> FaultException.of(Fault.NOT_FOUND, "there is no " + what);
    }

    private void print(Context context, Picture picture, Job job, List<Serial> serials) {
        Product product = Passport.product(picture.floor(), job).orElse(null);
        String base = Html.base(context, address);
        Html.page(
                context,
                Pages.draw(
                        "label",
                        new LabelPage(
                                new WebTexts(Html.language(context), zone),
                                serials.stream()
                                        .map(serial -> label(base, job, product, serial))
                                        .toList())));
    }

    private LabelPage.Label label(String base, Job job, @Nullable Product product, Serial serial) {
        boolean asks = SerialCodes.isGuessable(serial);
        String code = codes.code(serial);
        String link = base + path(serial, product) + (asks ? "?c=" + code : "");
        return new LabelPage.Label(
                product == null ? job.name() : product.name(),
                product == null ? "" : orEmpty(product.brand()),
                serial.value(),
                asks ? SerialCodes.readable(code) : "",
                product == null ? "" : orEmpty(product.gtin()),
                Qr.of(link));
    }
}
