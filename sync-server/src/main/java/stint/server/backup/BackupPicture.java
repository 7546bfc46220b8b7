package stint.server.backup;

import stint.domain.sop.PictureName;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture in a backup, on a line of its own.
 *
 * @param name what its contents make it
 * @param base64 its contents
 */
public record BackupPicture(String name, String base64) {

    /** Refuses what is missing. */
    public BackupPicture {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(base64, "base64 is missing");
    }

    static BackupPicture of(String name, byte[] contents) {
        return new BackupPicture(name, Base64.getEncoder().encodeToString(contents));
    }

    /**
     * Its contents.
     *
     * @throws IllegalArgumentException when they are no Base64
     */
    public byte[] contents() {
        return Base64.getDecoder().decode(base64);
    }

    /** Whether the name is the one of these contents. */
    boolean whole() {
        try {
            return PictureName.of(contents()).equals(Optional.of(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
