package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.board.BoardFilter;
import stint.server.board.LiveBoard;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.feed.LiveStreams;
import stint.server.web.Assets;
import stint.server.web.BoardQuery;
import stint.server.web.WebBoard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** The board: for programs, and as a page with a stream of what changes (BD-1, BD-2). */
final class BoardRoutes {

    /** The stream's event that holds the board's body. */
    private static final String BOARD = "board";

    private static final int PAGE_MAX = 1_000;

    private final LiveBoard board;
    private final WebBoard web;
    private final LiveStreams live;
    private final EventStreams streams;

    BoardRoutes(LiveBoard board, WebBoard web, LiveStreams live, EventStreams streams) {
        this.board = board;
        this.web = web;
        this.live = live;
        this.streams = streams;
    }

    void register(RoutesConfig routes) {
        Route.BOARD_VIEW.serve(
                routes, context -> context.contentType("application/json").result(board.json()));
        Route.BOARD_PAGE.serve(routes, context -> Html.page(context, web.page(query(context))));
        Route.BOARD_LIVE.serve(routes, this::live);
        Route.ASSET.serve(routes, BoardRoutes::asset);
    }

    private static BoardQuery query(Context context) {
        Integer page = null;
        if (context.queryParam("page") != null) {
            page = (int) Params.number(context, "page", 1, 1, PAGE_MAX);
        }
        return new BoardQuery(
                new BoardFilter(
                        context.queryParam("line"),
                        context.queryParam("area"),
                        context.queryParam("job")),
                Html.language(context),
                orEmpty(context.queryParam("theme")),
                page);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void live(Context context) throws IOException {
        BoardQuery query = query(context);
        streams.serve(
                context,
                Route.BOARD_LIVE,
                (out, alive) -> live.follow(out, WebBoard.REFRESH, changes(query), alive));
    }

    /** The board's body when it is another than the one before. Used by one thread. */
    private Supplier<@Nullable String> changes(BoardQuery query) {
        byte[][] sent = {new byte[0]};
        return () -> {
            byte[] body = web.body(query);
            if (Arrays.equals(sent[0], body)) {
                return null;
            }
            sent[0] = body;
            return message(body);
        };
    }

    private static String message(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return "event: " + BOARD + "\ndata: " + text.replace("\n", "\ndata: ") + "\n\n";
    }

    private static void asset(Context context) {
        Assets.Asset asset = Assets.get(context.pathParam("file"));
        if (asset == null) {
            throw FaultException.of(
                    Fault.NOT_FOUND, "there is no file " + context.pathParam("file"));
        }
        boolean named = asset.version().equals(context.queryParam("v"));
        context.contentType(asset.type())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Cache-Control",
                        named ? "public, max-age=31536000, immutable" : "public, max-age=60")
                .result(asset.bytes());
    }
}
