package stint.installer.simulate;

import stint.domain.floor.FloorFold;
import stint.domain.work.FloorView;
import stint.installer.ServerClient;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.TaskView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the server from outside: reads the feed as any bench does and folds it, and asks the
 * server what it made of the same events. One thread.
 */
final class Observer {

    private final ServerClient server;
    private FloorFold fold = new FloorFold();
    private String generation = "";
    private long position;

    Observer(ServerClient server) {
        this.server = server;
    }

    /** The floor as the server's whole feed tells it. */
    FloorView floor() throws IOException {
        while (true) {
            ServerClient.Page page = page();
            if (!page.header().generation().equals(generation)) {
                generation = page.header().generation();
                boolean again = position > 0;
                fold = new FloorFold();
                position = 0;
                if (again) {
                    continue;
                }
            }
            page.events().forEach(fold::apply);
            position += page.events().size();
            if (position >= page.header().last()) {
                return fold.view();
            }
        }
    }

    /** A server that was put back may not even have our position. */
    private ServerClient.Page page() throws IOException {
        try {
            return server.feed(position);
        } catch (ServerClient.RefusedException e) {
            if (position == 0) {
                throw e;
            }
            fold = new FloorFold();
            position = 0;
            return server.feed(0);
        }
    }

    /** The exceptions as the server tells them, in the shape of {@code expect}. */
    List<Object> exceptions() throws IOException {
        List<Object> all = new ArrayList<>();
        for (ExceptionView exception : server.exceptions()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", exception.type());
            put(one, "task", exception.taskName());
            put(one, "serial", exception.serial());
            put(one, "operator", exception.operator());
            put(one, "station", exception.station());
            all.add(one);
        }
        return all;
    }

    /** Where the server's own counts differ from the fold of its feed; nowhere, if it is right. */
    List<String> doubts(FloorView floor) throws IOException {
        List<String> doubts = new ArrayList<>();
        for (TaskView task : server.tasks()) {
            floor.tasks().stream()
                    .filter(state -> state.id().toString().equals(task.task()))
                    .filter(state ->
                            state.good() != task.good()
                                    || state.scrap() != task.scrap()
                                    || state.active() != task.active()
                                    || state.paused() != task.paused()
                                    || !state.status().word().equals(task.status()))
                    .forEach(state ->
                            doubts.add(
                                    "the server's query says %s good %d scrap %d of %s, its feed says %s good %d scrap %d"
                                            .formatted(
                                                    task.status(),
                                                    task.good(),
                                                    task.scrap(),
                                                    task.task(),
                                                    state.status().word(),
                                                    state.good(),
                                                    state.scrap())));
        }
        return doubts;
    }

    private static void put(
            Map<String, Object> map, String key, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
