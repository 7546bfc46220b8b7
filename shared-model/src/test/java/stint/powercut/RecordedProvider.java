package stint.powercut;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Does what the machine does, and notes what changes a disk. */
final class RecordedProvider extends FileSystemProvider {

    private final RecordedFiles files;
    private final Path directory;
    private final Recording recording;

    RecordedProvider(RecordedFiles files, Path directory, Recording recording) {
        this.files = files;
        this.directory = directory;
        this.recording = recording;
    }

    private static Path inner(Path path) {
        return RecordedPath.inner(path);
    }

    private static FileSystemProvider machine(Path path) {
        return inner(path).getFileSystem().provider();
    }

    private String name(Path path) {
        return directory.relativize(inner(path)).toString();
    }

    @Override
    public FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE);
        boolean before = Files.exists(inner(path));
        FileChannel channel = machine(path).newFileChannel(inner(path), options, attributes);
        if (writes && (!before || options.contains(StandardOpenOption.TRUNCATE_EXISTING))) {
            recording.add(new Write.Created(name(path)));
        }
        return writes || inner(path).equals(directory)
                ? new RecordedChannel(channel, name(path), recording)
                : channel;
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
        DirectoryStream<Path> stream =
                machine(path)
                        .newDirectoryStream(inner(path), entry -> filter.accept(files.wrap(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return StreamSupport.stream(stream.spliterator(), false)
                        .map(files::wrap)
                        .iterator();
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        machine(path).createDirectory(inner(path), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        machine(path).delete(inner(path));
        recording.add(new Write.Deleted(name(path)));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("a journal copies nothing");
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        machine(source).move(inner(source), inner(target), options);
        recording.add(new Write.Moved(name(source), name(target)));
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("there is one already");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return files;
    }

    @Override
    public Path getPath(URI uri) {
        return files.wrap(Path.of(uri));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return machine(path).isSameFile(inner(path), inner(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return machine(path).isHidden(inner(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return machine(path).getFileStore(inner(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        machine(path).checkAccess(inner(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return machine(path).getFileAttributeView(inner(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> type, LinkOption... options) throws IOException {
        return machine(path).readAttributes(inner(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        return machine(path).readAttributes(inner(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
            throws IOException {
        machine(path).setAttribute(inner(path), attribute, value, options);
    }
}
