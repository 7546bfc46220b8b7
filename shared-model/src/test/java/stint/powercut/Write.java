package stint.powercut;

import java.util.List;

/**
 * What reached a disk, in order, and what was said meanwhile. Names are relative to the directory
 * that is recorded.
 */
sealed interface Write {

    /** A file came into being, empty; one of that name is emptied. */
    record Created(String file) implements Write {}

    /** Bytes at a place. */
    record Bytes(String file, long place, byte[] content) implements Write {}

    /** A file's bytes are on the disk. */
    record Forced(String file) implements Write {}

    /** A directory's names are on the disk. */
    record DirectoryForced() implements Write {}

    /** A file took another's name. */
    record Moved(String from, String to) implements Write {}

    /** A name is gone. */
    record Deleted(String file) implements Write {}

    /** One of these in one of several directories, where so many are recorded together. */
    record In(String directory, Write write) implements Write {}

    /** The program said yes to these records, by their numbers. */
    record Confirmed(List<Integer> records) implements Write {}

    /**
     * The program was told that what it gave stands for the records that were let go.
     *
     * @param number which one, counted from 0
     * @param first the first index that is kept
     */
    record Stood(int number, long first) implements Write {}

    /** The server had so much of its feed, and a backup so much of that. */
    record Published(int last, int safe) implements Write {}
}
