package stint.station.sync;

import stint.credential.PrivateFiles;
import stint.domain.sop.PictureName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A bench's folder of pictures: those of steps, the photos that wait to be sent, and those that one
 * life of the server's store has. Where a photo is says how far it got, so nothing else needs to be
 * remembered. Any thread.
 */
public final class PictureFolder {

    private static final String UNSENT = "unsent";
    private static final String SENT = "sent";

    private final Path folder;
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    /** The pictures in a folder; it need not be there yet. */
    public PictureFolder(Path folder) {
        this.folder = folder;
    }

    /** Where the pictures of steps are, each by the name that the step gives (SOP-1). */
    public Path path() {
        return folder;
    }

    /**
     * Takes a photo as it is now, to be sent when the server is there: what happens to the camera's
     * file later changes nothing. On the disk when this returns.
     *
     * @return its name
     * @throws IOException when it can't be read or kept, is too large, or is no picture
     */
    public String keep(Path photo) throws IOException {
        if (Files.size(photo) > PictureName.BYTES_MAX) {
            throw new IOException(photo + " is larger than " + PictureName.BYTES_MAX + " bytes");
        }
        byte[] bytes = Files.readAllBytes(photo);
        String name =
                PictureName.of(bytes)
                        .orElseThrow(() -> new IOException(photo + " is neither PNG nor JPEG"));
        PrivateFiles.write(folder.resolve(UNSENT).resolve(name), bytes);
        return name;
    }

    /** The names of the photos that wait. */
    List<String> unsent() throws IOException {
        return names(folder.resolve(UNSENT));
    }

    byte[] readUnsent(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(UNSENT).resolve(name));
    }

    /** The server keeps it, in this life of its store. */
    void sent(String name, String generation) throws IOException {
        Path place = Files.createDirectories(folder.resolve(SENT).resolve(generation));
        move(folder.resolve(UNSENT).resolve(name), place);
    }

    /** What only another life of the server's store is known to have, waits again. */
    void takeBack(String generation) throws IOException {
        for (Path other : listed(folder.resolve(SENT))) {
            if (!other.getFileName().toString().equals(generation)) {
                Path waiting = Files.createDirectories(folder.resolve(UNSENT));
                for (Path photo : listed(other)) {
                    move(photo, waiting);
                }
                Files.delete(other);
            }
        }
    }

    private static void move(Path file, Path place) throws IOException {
        Files.move(
                file,
                place.resolve(file.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a picture of a step is here. */
    boolean has(String name) {
        if (!present.contains(name) && Files.exists(folder.resolve(name))) {
            present.add(name);
        }
        return present.contains(name);
    }

    void put(String name, byte[] bytes) throws IOException {
        PrivateFiles.write(folder.resolve(name), bytes);
    }

    private static List<String> names(Path directory) throws IOException {
        return listed(directory).stream()
                .map(file -> file.getFileName().toString())
                .filter(PictureName::isOne)
                .sorted()
                .toList();
    }

    private static List<Path> listed(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
