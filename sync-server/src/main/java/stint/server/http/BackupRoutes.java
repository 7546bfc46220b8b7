package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.credential.SigningKey;
import stint.server.backup.BackupHeader;
import stint.server.backup.BackupWriter;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.store.SiteStore;
import stint.server.store.Verification;
import stint.wire.WireJson;
import stint.wire.protocol.BackupReply;
import stint.wire.protocol.BackupRequest;
import stint.wire.protocol.VerifyView;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What an administrator asks of a running server: a backup, and whether all is as written. */
final class BackupRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRoutes.class);

    private final String site;
    private final Inbox inbox;
    private final Clocks clocks;
    private final Writes writes;
    private final SigningKey key;

    BackupRoutes(String site, Inbox inbox, Clocks clocks, Writes writes, SigningKey key) {
        this.site = site;
        this.inbox = inbox;
        this.clocks = clocks;
        this.writes = writes;
        this.key = key;
    }

    void register(RoutesConfig routes) {
        Route.BACKUP.serve(routes, this::backup);
        Route.BACKED_UP.serve(routes, this::backedUp);
        Route.VERIFY.serve(routes, this::verify);
    }

    /** All up to now, while others write on. A reader knows by its end that it is whole. */
    private void backup(Context context) throws IOException {
        SiteStore store = inbox.store();
        List<String> pictures = store.pictures().pictures();
        BackupHeader header =
                new BackupHeader(
                        BackupHeader.FORMAT,
                        site,
                        store.generation(),
                        inbox.picture().position(),
                        clocks.read().time().toEpochMilli(),
                        pictures.size());
        HttpServletResponse response = started(context, "application/gzip");
        BackupWriter.write(store, header, pictures, key, response.getOutputStream());
        LOG.info("{} took a backup up to {}", Gate.caller(context).name(), header.position());
    }

    /** It is where it is kept, and was read again there. */
    private void backedUp(Context context) {
        BackupRequest request = writes.message(context, BackupRequest.class);
        SiteStore store = inbox.store();
        if (!request.generation().equals(store.generation())
                || request.position() > inbox.picture().position()) {
            throw FaultException.of(
                    Fault.INVALID, "that backup is of another life of this server's store");
        }
        store.backedUp(request.position());
        Answers.json(context, new BackupReply(store.safe()));
    }

    /** It may take minutes: a blank now and then says that the answer is still to come. */
    private void verify(Context context) throws IOException {
        SiteStore store = inbox.store();
        long position = inbox.picture().position();
        OutputStream out = started(context, "application/json").getOutputStream();
        Verification.Result result = store.verify(position, () -> blank(out));
        if (result.wrong() > 0) {
            LOG.error("{} things are not as they were written: {}", result.wrong(), result.found());
        }
        out.write(
                WireJson.write(
                        new VerifyView(
                                store.generation(),
                                position,
                                result.events(),
                                result.histories(),
                                result.wrong(),
                                result.found().stream()
                                        .map(found ->
                                                new VerifyView.Finding(
                                                        found.position(), found.what()))
                                        .toList())));
        out.flush();
    }

    private static void blank(OutputStream out) {
        try {
            out.write(' ');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("who asked has gone", e);
        }
    }

    private static HttpServletResponse started(Context context, String type) {
        context.disableCompression();
        HttpServletResponse response = context.res();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        return response;
    }
}
