package stint.wire.protocol;

/**
 * The server keeps a picture.
 *
 * @param name by which it is to be had, and which a step may bear
 */
public record PictureReply(String name) {}
