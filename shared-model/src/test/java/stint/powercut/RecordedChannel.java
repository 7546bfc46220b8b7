package stint.powercut;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** A file that is written, or a directory that is forced; notes it after it was done. */
final class RecordedChannel extends FileChannel {

    private final FileChannel channel;
    private final String name;
    private final Recording recording;

    RecordedChannel(FileChannel channel, String name, Recording recording) {
        this.channel = channel;
        this.name = name;
        this.recording = recording;
    }

    private static byte[] content(ByteBuffer from) {
        byte[] content = new byte[from.remaining()];
        from.duplicate().get(content);
        return content;
    }

    @Override
    public int write(ByteBuffer source, long place) throws IOException {
        byte[] content = content(source);
        int count = channel.write(source, place);
        recording.add(new Write.Bytes(name, place, Arrays.copyOf(content, count)));
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        long place = channel.position();
        int count = write(source, place);
        channel.position(place + count);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long count = 0;
        for (int index = offset; index < offset + length; index++) {
            count += write(sources[index]);
        }
        return count;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        channel.force(metaData);
        recording.add(name.isEmpty() ? new Write.DirectoryForced() : new Write.Forced(name));
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException("a journal shortens no file");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("what is written into memory is not seen");
    }

    @Override
    public MemorySegment map(MapMode mode, long offset, long size, Arena arena) {
        throw new UnsupportedOperationException("what is written into memory is not seen");
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("what is transferred is not seen");
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return channel.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        channel.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
            throws IOException {
        return channel.transferTo(position, count, target);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return channel.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return channel.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        channel.close();
    }
}
