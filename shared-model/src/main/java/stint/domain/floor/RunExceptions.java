package stint.domain.floor;

import stint.domain.event.EventId;
import stint.domain.sop.WorkSession;
import stint.domain.work.FloorException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a person should look at in work sessions (EX-1). The session itself names each. */
final class RunExceptions {

    private RunExceptions() {}

    static Stream<FloorException> of(WorkSession session) {
        WorkSession.Doubts doubts = session.doubts();
        return Stream.of(
                        about(FloorException.Type.RUN_TWICE, session, doubts.others()),
                        about(FloorException.Type.SOP_SUPERSEDED, session, doubts.superseded()),
                        about(FloorException.Type.AFTER_RUN_END, session, doubts.afterEnd()),
                        about(FloorException.Type.AFTER_APPROVAL, session, doubts.afterApproval()))
                .flatMap(List::stream);
    }

    private static List<FloorException> about(
            FloorException.Type type, WorkSession session, List<EventId> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        List<EventId> claims = new ArrayList<>(events.size() + 1);
        claims.add(session.id());
        claims.addAll(events);
        return List.of(
                new FloorException(
                        type,
                        session.task(),
                        null,
                        session.worker(),
                        session.station(),
                        claims,
                        null));
    }
}
