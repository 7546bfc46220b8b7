package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.domain.sop.PictureName;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.store.StoreAwayException;
import stint.server.store.StoreException;
import stint.wire.protocol.PictureReply;

import java.util.Optional;
import java.util.function.Supplier;

/** Pictures of steps go to the benches, photos come from them (SOP-1, SOP-2). */
final class PictureRoutes {

    private static final String[] KINDS = {"image/png", "image/jpeg"};

    private final Inbox inbox;
    private final Writes writes;

    PictureRoutes(Inbox inbox, Writes writes) {
        this.inbox = inbox;
        this.writes = writes;
    }

    void register(RoutesConfig routes) {
        Route.KEEP_PICTURE.serve(routes, this::keep);
        Route.PICTURE.serve(routes, this::one);
    }

    /** The answer comes when it is kept; the same picture again has the same answer. */
    private void keep(Context context) {
        String name =
                writes.bytes(
                        context,
                        PictureName.BYTES_MAX,
                        bytes -> bytes,
                        bytes -> {
                            String made =
                                    PictureName.of(bytes)
                                            .orElseThrow(() ->
                                                    FaultException.of(
                                                            Fault.INVALID,
                                                            "that is no picture in PNG or JPEG"));
                            available(() -> {
                                inbox.store().pictures().keepPicture(made, bytes);
                                return made;
                            });
                            return made;
                        },
                        KINDS);
        Answers.json(context, new PictureReply(name));
    }

    private void one(Context context) {
        String name = context.pathParam("picture");
        Optional<byte[]> picture =
                PictureName.isOne(name)
                        ? available(() -> inbox.store().pictures().picture(name))
                        : Optional.empty();
        byte[] bytes =
                picture.orElseThrow(
                        () -> FaultException.of(Fault.NOT_FOUND, "there is no picture " + name));
        context.contentType(PictureName.mediaType(name));
        context.header("Cache-Control", "private, max-age=31536000, immutable");
        context.header("X-Content-Type-Options", "nosniff");
        context.result(bytes);
    }

    private static <T> T available(Supplier<T> step) {
        try {
            return step.get();
        } catch (StoreException | StoreAwayException e) {
            throw FaultException.of(
                    Fault.UNAVAILABLE, "the store can't take or give a picture now; try again", e);
        }
    }
}
