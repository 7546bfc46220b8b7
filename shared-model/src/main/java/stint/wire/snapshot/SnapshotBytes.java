package stint.wire.snapshot;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.InflaterInputStream;

/** The content of a {@link SnapshotFile} where it is no file: on its way, or within another one. */
public final class SnapshotBytes {

    private SnapshotBytes() {}

    /** Writes a snapshot. */
    public static byte[] write(long build, Snapshots.Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SnapshotFile.write(bytes, build, content);
        return bytes.toByteArray();
    }

    /**
     * The build that wrote it.
     *
     * @throws SnapshotUnusableException when it is damaged, or of another form
     */
    public static long build(byte[] bytes) throws SnapshotUnusableException {
        requireWhole(bytes);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return SnapshotFile.buildIn(in);
        } catch (SnapshotUnusableException e) {
            throw e;
        } catch (IOException e) {
            throw new SnapshotUnusableException("a snapshot can't be understood", e);
        }
    }

    private static void requireWhole(byte[] bytes) throws SnapshotUnusableException {
        int checked = bytes.length - Integer.BYTES;
        if (checked < SnapshotFile.HEADER_BYTES) {
            throw new SnapshotUnusableException("a snapshot is too short");
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, checked);
        if ((int) crc.getValue() != ByteBuffer.wrap(bytes).getInt(checked)) {
            throw new SnapshotUnusableException("a snapshot is not as it was written");
        }
    }

    /**
     * Reads a snapshot, whichever build wrote it.
     *
     * @throws SnapshotUnusableException when it is damaged, or of another form
     */
    public static <T> T read(byte[] bytes, Snapshots.Reader<T> reader)
            throws SnapshotUnusableException {
        long _ = build(bytes);
        try (InputStream in =
                new BufferedInputStream(
                        new InflaterInputStream(
                                new ByteArrayInputStream(
                                        bytes,
                                        SnapshotFile.HEADER_BYTES,
                                        bytes.length - SnapshotFile.HEADER_BYTES)))) {
            return reader.read(new PackedInput(in));
        } catch (SnapshotUnusableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new SnapshotUnusableException("a snapshot can't be understood", e);
        }
    }
}
