package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.event.TaskId;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The pieces of a task, by serial, in few bytes: made again each time somebody looks. Immutable.
 */
final class PackedPieces extends AbstractMap<Serial, PieceTime> {

    private final TaskId task;
    private final Serial[] serials;
    private final WorkRows rows;

    private PackedPieces(TaskId task, Serial[] serials, WorkRows rows) {
        this.task = task;
        this.serials = serials;
        this.rows = rows;
    }

    /**
     * Packs them.
     *
     * @param pieces all of one task, each completed at the station of its event
     */
    static PackedPieces of(TaskId task, SortedMap<Serial, PieceTime> pieces) {
        List<WorkRows.Row> rows = new ArrayList<>(pieces.size());
        for (PieceTime piece : pieces.values()) {
            rows.add(
                    new WorkRows.Row(
                            piece.operator(),
                            piece.completedBy(),
                            piece.hlc(),
                            piece.from(),
                            piece.to(),
                            piece.worked(),
                            piece.grade()));
        }
        return new PackedPieces(task, pieces.keySet().toArray(Serial[]::new), WorkRows.of(rows));
    }

    private PieceTime piece(int index) {
        WorkRows.Row row = rows.row(index);
        return new PieceTime(
                serials[index],
                task,
                row.operator(),
                row.completedBy().station(),
                row.completedBy(),
                row.hlc(),
                row.from(),
                row.to(),
                row.worked(),
                row.grade());
    }

    private int index(@Nullable Object key) {
        return key instanceof Serial serial ? Arrays.binarySearch(serials, serial) : -1;
    }

    @Override
    public int size() {
        return serials.length;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return index(key) >= 0;
    }

    @Override
    public @Nullable PieceTime get(@Nullable Object key) {
        int index = index(key);
        return index < 0 ? null : piece(index);
    }

    @Override
    public Set<Map.Entry<Serial, PieceTime>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return serials.length;
            }

            @Override
            public Iterator<Map.Entry<Serial, PieceTime>> iterator() {
                return IntStream.range(0, serials.length)
                        .mapToObj(index -> Map.entry(serials[index], piece(index)))
                        .iterator();
            }
        };
    }
}
