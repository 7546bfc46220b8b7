package stint.domain.work;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** What came out of a task by number, in few bytes: made again when somebody looks. Immutable. */
final class PackedOutputs extends AbstractList<BatchOutput> implements RandomAccess {

    private final int[] quantities;
    private final WorkRows rows;

    private PackedOutputs(int[] quantities, WorkRows rows) {
        this.quantities = quantities;
        this.rows = rows;
    }

    /**
     * Packs them.
     *
     * @param outputs each recorded at the station of its event
     */
    static PackedOutputs of(List<BatchOutput> outputs) {
        List<WorkRows.Row> rows =
                outputs.stream()
                        .map(output ->
                                new WorkRows.Row(
                                        output.operator(),
                                        output.completedBy(),
                                        output.hlc(),
                                        output.from(),
                                        output.to(),
                                        output.worked(),
                                        output.grade()))
                        .toList();
        return new PackedOutputs(
                outputs.stream().mapToInt(BatchOutput::quantity).toArray(), WorkRows.of(rows));
    }

    @Override
    public BatchOutput get(int index) {
        WorkRows.Row row = rows.row(index);
        return new BatchOutput(
                row.completedBy(),
                row.hlc(),
                row.operator(),
                row.completedBy().station(),
                quantities[index],
                row.from(),
                row.to(),
                row.worked(),
                row.grade());
    }

    @Override
    public int size() {
        return quantities.length;
    }
}
