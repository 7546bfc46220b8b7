package stint.server.office;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;

import stint.domain.office.PlanRefusal;
import stint.domain.office.PlanRefusal.Code;
import stint.server.fault.FaultException.Refused;
import stint.wire.planning.OrderRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Reads orders from CSV: a first line that names the columns, in any order, separated by commas or,
 * as office programs in half the world write them, by semicolons; then an order a line. Every cell
 * that can't be read is named. Used once.
 */
public final class OrderCsv {

    private static final List<String> COLUMNS =
            List.of(
                    "code",
                    "line",
                    "customer",
                    "product",
                    "quantity",
                    "routing",
                    "version",
                    "scheduled_start",
                    "scheduled_end",
                    "due");

    private final Map<Integer, OrderRequest> orders = new LinkedHashMap<>();
    private final List<Refused> wrong = new ArrayList<>();

    private OrderCsv() {}

    /** Reads a file's bytes in UTF-8, with or without a byte order mark. */
    public static OrderCsv read(byte[] bytes) {
        OrderCsv csv = new OrderCsv();
        String text = new String(bytes, StandardCharsets.UTF_8);
        csv.readText(text.startsWith("\ufeff") ? text.substring(1) : text);
        return csv;
    }

    /** The orders that could be read, by the line they begin at. */
    public Map<Integer, OrderRequest> orders() {
        return orders;
    }

    /** What could not be read. */
    public List<Refused> wrong() {
        return wrong;
    }

    private void readText(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
        List<String> names = null;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                int number = Math.toIntExact(line.getStartingLineNumber());
                if (names == null) {
                    names = header(number, line);
                } else {
                    row(number, names, line);
                }
            }
        } catch (CsvParseException e) {
            wrong.add(new Refused(1, refusal(Code.CSV_UNREADABLE, null)));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        if (names == null) {
            wrong.add(new Refused(1, refusal(Code.COLUMN_MISSING, "code", "code")));
        }
    }

    private List<String> header(int number, CsvRecord line) {
        List<String> names =
                line.getFields().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                wrong.add(new Refused(number, refusal(Code.COLUMN_UNKNOWN, null, name)));
            }
        }
        for (String needed : List.of("code", "quantity")) {
            if (!names.contains(needed)) {
                wrong.add(new Refused(number, refusal(Code.COLUMN_MISSING, needed, needed)));
            }
        }
        return names;
    }

    private void row(int number, List<String> names, CsvRecord line) {
        Map<String, String> cells = new HashMap<>();
        for (int index = 0; index < Math.min(names.size(), line.getFieldCount()); index++) {
            String cell = line.getField(index).strip();
            if (!cell.isEmpty()) {
                cells.put(names.get(index), cell);
            }
        }
        orders.put(
                number,
                new OrderRequest(
                        cells.get("code"),
                        cells.get("line"),
                        cells.get("customer"),
                        cells.get("product"),
                        Objects.requireNonNullElse(count(number, "quantity", cells), 0),
                        cells.get("routing"),
                        Objects.requireNonNullElse(count(number, "version", cells), 0),
                        date(number, "scheduled_start", "scheduledStart", cells),
                        date(number, "scheduled_end", "scheduledEnd", cells),
                        date(number, "due", "due", cells),
                        null));
    }

    private @Nullable Integer count(int number, String column, Map<String, String> cells) {
        String cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        try {
            return Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            wrong.add(new Refused(number, refusal(Code.NOT_A_NUMBER, column, cell)));
            return null;
        }
    }

    private @Nullable LocalDate date(
            int number, String column, String field, Map<String, String> cells) {
        String cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            wrong.add(new Refused(number, refusal(Code.NOT_A_DATE, field, cell)));
            return null;
        }
    }

    private static PlanRefusal refusal(Code code, @Nullable String field, String... args) {
        return new PlanRefusal(code, field, List.of(args), List.of());
    }
}
