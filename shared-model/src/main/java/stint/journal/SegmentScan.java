package stint.journal;

import java.nio.ByteBuffer;

/** Finds the records in a segment's bytes, and what may follow the last good one. */
final class SegmentScan {

    private final byte[] content;
    private final ByteBuffer view;

    SegmentScan(byte[] content) {
        this.content = content;
        this.view = ByteBuffer.wrap(content);
    }

    /** The payload's length when a whole record with this index is there; else −1. */
    int lengthAt(int place, long index) {
        if (place > content.length - Segment.RECORD_HEADER_BYTES
                || view.getLong(place + Segment.INDEX_AT) != index) {
            return -1;
        }
        return wholeAt(place);
    }

    /**
     * Whether the bytes behind a place show that the given record was forced once. A group is
     * written only after the one before it was forced, so a later record knows; records of the same
     * torn group don't, and go with it.
     */
    boolean knowsAsForced(int from, long index) {
        for (int place = from; place <= content.length - Segment.RECORD_HEADER_BYTES; place++) {
            if (content[place + Segment.LENGTH_AT + 3] == 0
                    && content[place + Segment.LENGTH_AT + 2] == 0
                    && content[place + Segment.LENGTH_AT + 1] == 0) {
                // A length that is a multiple of 16 MiB: none, and zeros are skipped at once.
                continue;
            }
            long found = view.getLong(place + Segment.INDEX_AT);
            long forced = view.getLong(place + Segment.FORCED_AT);
            if (found > index && forced >= index && forced < found && wholeAt(place) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The last byte at or behind a place that is not zero; {@code from − 1} for none. */
    int lastUsed(int from) {
        int place = content.length - 1;
        while (place >= from && content[place] == 0) {
            place--;
        }
        return place;
    }

    private int wholeAt(int place) {
        int length = view.getInt(place + Segment.LENGTH_AT);
        if (length < 1 || length > content.length - place - Segment.RECORD_HEADER_BYTES) {
            return -1;
        }
        int checksum =
                Segment.checksum(
                        content,
                        place + Segment.LENGTH_AT,
                        Segment.RECORD_HEADER_BYTES - Segment.LENGTH_AT + length);
        return checksum == view.getInt(place) ? length : -1;
    }
}
