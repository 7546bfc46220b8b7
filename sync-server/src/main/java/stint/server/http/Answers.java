package stint.server.http;

import io.javalin.http.Context;

import stint.wire.WireJson;

/** Writes answers. */
final class Answers {

    private Answers() {}

    static void json(Context context, Object message) {
        context.contentType("application/json").result(WireJson.write(message));
    }
}
