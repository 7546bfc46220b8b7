package stint.server.http;

import io.javalin.http.Context;

import stint.server.inbox.Recorded;
import stint.wire.WireJson;
import stint.wire.protocol.PlanReply;

/** Writes answers. */
final class Answers {

    private Answers() {}

    static void json(Context context, Object message) {
        context.contentType("application/json").result(WireJson.write(message));
    }

    /** What the server wrote to its own log. */
    static void recorded(Context context, Recorded recorded) {
        json(
                context,
                new PlanReply(
                        recorded.events().stream().map(Object::toString).toList(),
                        recorded.position()));
    }
}
