package stint.station.desk.sop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.sop.PictureName;
import stint.station.desk.Desk;
import stint.station.desk.Reply;
import stint.station.ui.kit.Texts;
import stint.wire.protocol.PictureReply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings files to the server, whence every bench gets them as pictures of steps (SOP-1). On the FX
 * thread only, and answers come there.
 */
final class StepPictures {

    private static final Logger LOG = LoggerFactory.getLogger(StepPictures.class);

    private final Desk desk;
    private final Texts texts;

    StepPictures(Desk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    /**
     * Brings a file to the server.
     *
     * @param named gets the name that the step is to bear
     * @param problem gets what is wrong, in words
     */
    void send(Path file, Consumer<String> named, Consumer<String> problem) {
        Thread.ofVirtual()
                .name("desk-picture")
                .start(() -> {
                    Optional<byte[]> picture = read(file);
                    desk.later(() ->
                            picture.ifPresentOrElse(
                                    bytes -> send(bytes, named, problem),
                                    () ->
                                            problem.accept(
                                                    texts.text(
                                                            "picture.kind",
                                                            String.valueOf(file.getFileName())))));
                });
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.size(file) > PictureName.BYTES_MAX
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(file))
                            .filter(bytes -> PictureName.of(bytes).isPresent());
        } catch (IOException e) {
            LOG.info("{} can't be read", file, e);
            return Optional.empty();
        }
    }

    private void send(byte[] picture, Consumer<String> named, Consumer<String> problem) {
        String type = PictureName.of(picture).map(PictureName::mediaType).orElseThrow();
        desk.client()
                .post(
                        "pictures",
                        type,
                        picture,
                        PictureReply.class,
                        reply -> {
                            switch (reply) {
                                case Reply.Ok<PictureReply>(PictureReply kept) ->
                                        named.accept(kept.name());
                                case Reply.Refused<PictureReply>(var why) ->
                                        problem.accept(why.detail());
                                case Reply.Stale<PictureReply>(var why) ->
                                        problem.accept(why.detail());
                                case Reply.Unreachable<PictureReply> gone ->
                                        problem.accept(texts.text("picture.away"));
                            }
                        });
    }
}
