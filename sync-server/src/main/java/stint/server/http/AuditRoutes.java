package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.server.board.Audits;
import stint.server.inbox.Inbox;
import stint.wire.protocol.ActsView;

import java.util.List;

/** Who did what (SERVER "Audit"). */
final class AuditRoutes {

    /** Positions looked through for one answer. */
    private static final int POSITIONS_MAX = 5_000;

    private final Inbox inbox;

    AuditRoutes(Inbox inbox) {
        this.inbox = inbox;
    }

    void register(RoutesConfig routes) {
        Route.AUDIT.serve(routes, this::audit);
    }

    private void audit(Context context) {
        long last = inbox.picture().position();
        long after = Params.number(context, "after", 0, 0, Long.MAX_VALUE - POSITIONS_MAX);
        long to = Math.min(last, after + POSITIONS_MAX);
        List<ActsView.Act> acts =
                to > after ? Audits.of(after + 1, inbox.store().bodies(after + 1, to)) : List.of();
        Answers.json(context, new ActsView(Math.max(after, to), last, acts));
    }
}
