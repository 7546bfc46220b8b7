package stint.wire.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A snapshot in a file: a mark, the form's version, the build that wrote it, the packed and
 * deflated content, and a CRC32C of all that. It appears whole or not at all, and is checked whole
 * before a byte of it is believed. One thread at a time.
 */
public final class SnapshotFile {

    private static final byte[] MARK = {'S', 'T', 'I', 'N', 'T', 'S', 'N', 'P'};
    static final int HEADER_BYTES = MARK.length + Integer.BYTES + Long.BYTES;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** So much is forced at a time: a flood at the end would keep others' forces waiting. */
    private static final int FORCED_BYTES = 1 << 20;

    private final Path file;
    private final long build;

    /** Bytes on their way to the disk, a few at a time. */
    private static final class ForcedOutput extends OutputStream {

        private final FileChannel channel;
        private int unforced;

        ForcedOutput(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            unforced += length;
            if (unforced >= FORCED_BYTES) {
                channel.force(false);
                unforced = 0;
            }
        }
    }

    /**
     * A file that may be there.
     *
     * @param build which rules made the state, such as {@link BuildPrint#ofRules()}: of another
     *     build's state it is not known whether ours would fold the same
     */
    public SnapshotFile(Path file, long build) {
        this.file = file;
        this.build = build;
    }

    /** Writes a snapshot in place of the one before; when this returns it is durable. */
    public void write(Snapshots.Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            write(new ForcedOutput(channel), build, content);
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(OutputStream raw, long build, Snapshots.Content content) throws IOException {
        CRC32C crc = new CRC32C();
        DataOutputStream out =
                new DataOutputStream(
                        new CheckedOutputStream(new BufferedOutputStream(raw, BUFFER_BYTES), crc));
        out.write(MARK);
        out.writeInt(FoldCodec.VERSION);
        out.writeLong(build);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER_BYTES);
            OutputStream packed = new BufferedOutputStream(deflated, BUFFER_BYTES);
            content.write(new PackedOutput(packed));
            packed.flush();
            deflated.finish();
        } finally {
            deflater.end();
        }
        out.writeInt((int) crc.getValue());
        out.flush();
    }

    /**
     * Reads the snapshot; empty when there is none.
     *
     * @throws SnapshotUnusableException when it is damaged, or another build wrote it
     * @throws IOException when the disk fails
     */
    public <T> Optional<T> read(Snapshots.Reader<T> reader) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        requireWhole();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            requireOurs(new DataInputStream(raw));
            InputStream packed =
                    new BufferedInputStream(new InflaterInputStream(raw), BUFFER_BYTES);
            return Optional.of(reader.read(new PackedInput(packed)));
        } catch (SnapshotUnusableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new SnapshotUnusableException(file + " can't be understood", e);
        }
    }

    private void requireOurs(DataInputStream in) throws IOException {
        if (buildIn(in) != build) {
            throw new SnapshotUnusableException(file + " was written by another build");
        }
    }

    /** Reads what it begins with, up to the build that wrote it. */
    static long buildIn(DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            throw new SnapshotUnusableException("it is no snapshot");
        }
        int version = in.readInt();
        if (version != FoldCodec.VERSION) {
            throw new SnapshotUnusableException(
                    "it has version " + version + ", not " + FoldCodec.VERSION);
        }
        return in.readLong();
    }

    private void requireWhole() throws IOException {
        long checkedBytes = Files.size(file) - Integer.BYTES;
        if (checkedBytes < HEADER_BYTES) {
            throw new SnapshotUnusableException(file + " is too short");
        }
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            for (long left = checkedBytes; left > 0; ) {
                int part = (int) Math.min(left, buffer.length);
                in.readFully(buffer, 0, part);
                crc.update(buffer, 0, part);
                left -= part;
            }
            if (in.readInt() != (int) crc.getValue()) {
                throw new SnapshotUnusableException(file + " is not as it was written");
            }
        }
    }
}
