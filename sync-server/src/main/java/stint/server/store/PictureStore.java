package stint.server.store;

import java.util.List;
import java.util.Optional;

/**
 * Pictures of steps, and photos that were taken at them, each under the name that its contents give
 * it ({@link stint.domain.sop.PictureName}): what is once there never changes. Thread-safe.
 */
public interface PictureStore {

    /**
     * Keeps a picture; forced to the disk when this returns. The same one again changes nothing.
     *
     * @param name as its contents give it
     * @throws StoreException when it can't be written: no room, or a broken disk
     */
    void keepPicture(String name, byte[] bytes);

    /**
     * A picture.
     *
     * @throws StoreException when it can't be read
     */
    Optional<byte[]> picture(String name);

    /** The names of all, in their order. */
    List<String> pictures();
}
