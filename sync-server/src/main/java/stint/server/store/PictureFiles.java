package stint.server.store;

import stint.credential.PrivateFiles;
import stint.domain.sop.PictureName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures as files of a directory beside the journal. A restore leaves them where they are: no
 * life of the store gives a name to other contents.
 */
final class PictureFiles implements PictureStore {

    private final Path directory;

    /** The pictures of the store in a directory; there need not be any. */
    PictureFiles(Path store) {
        directory = store.resolve("pictures");
    }

    @Override
    public synchronized void keepPicture(String name, byte[] bytes) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, bytes);
            }
        } catch (IOException e) {
            throw new StoreException("the picture " + name + " can't be written", e);
        }
    }

    @Override
    public Optional<byte[]> picture(String name) {
        try {
            return Optional.of(Files.readAllBytes(directory.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("the picture " + name + " can't be read", e);
        }
    }

    @Override
    public List<String> pictures() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(PictureName::isOne)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StoreException("the pictures can't be listed", e);
        }
    }
}
