package stint.server.trace;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Product;
import stint.domain.plan.Task;
import stint.domain.work.Floor;
import stint.domain.work.JobFlow;
import stint.domain.work.PieceTime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What happened to pieces, as EPCIS 2.0 object events in JSON-LD: an ADD where a piece begins, an
 * OBSERVE per operation, a DELETE where it is scrapped; what was taken back is told once more with
 * its error declaration (EV-5). It names no person. A pure function of the floor (TR-1).
 */
public final class Epcis {

    /** What the document is sent as. */
    public static final String MEDIA_TYPE = "application/ld+json";

    private static final String CONTEXT =
            "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final double SECONDS_PER_MINUTE = 60.0;

    private final Floor floor;
    private final Job job;
    private final String base;
    private final ZoneId zone;
    private final @Nullable Product product;
    private final List<Told> told = new ArrayList<>();

    /** An event, and when it happened. */
    private record Told(Instant at, Map<String, Object> event) {}

    private Epcis(Floor floor, Job job, String base, ZoneId zone) {
        this.floor = floor;
        this.job = job;
        this.base = base;
        this.zone = zone;
        product = Passport.product(floor, job).orElse(null);
    }

    /**
     * The document of one piece of a job.
     *
     * @param base where names that GS1 has none for are given out, without a slash at its end
     * @param zone the site's, where a bench's own is no longer at hand
     */
    public static Map<String, Object> ofSerial(
            Floor floor, Job job, Serial serial, String base, ZoneId zone, TimeReading now) {
        Epcis epcis = new Epcis(floor, job, base, zone);
        epcis.pieces(List.of(serial));
        return epcis.document(now);
    }

    /** The document of a job: its pieces by serial, or by number where they have none. */
    public static Map<String, Object> ofJob(
            Floor floor, Job job, String base, ZoneId zone, TimeReading now) {
        Epcis epcis = new Epcis(floor, job, base, zone);
        if (job.serials().isEmpty()) {
            epcis.numbers();
        } else {
            epcis.pieces(job.serials());
        }
        return epcis.document(now);
    }

    private Map<String, Object> document(TimeReading now) {
        told.sort(Comparator.comparing(Told::at));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of(CONTEXT, Map.of("stint", base + "/ns/")));
        document.put("type", "EPCISDocument");
        document.put("schemaVersion", "2.0");
        document.put("creationDate", now.time().toString());
        document.put("epcisBody", Map.of("eventList", told.stream().map(Told::event).toList()));
        return document;
    }

    private void pieces(Collection<Serial> serials) {
        JobFlow flow = floor.flow(job.ticket()).orElse(null);
        for (Serial serial : serials) {
            List<PieceTime> history = flow == null ? List.of() : flow.history(serial);
            boolean complete =
                    Passport.of(floor, job, serial, zone).state() == PublicSerial.State.COMPLETE;
            for (int index = 0; index < history.size(); index++) {
                PieceTime piece = history.get(index);
                boolean again =
                        history.subList(0, index).stream()
                                .anyMatch(earlier -> earlier.task().equals(piece.task()));
                boolean last = complete && index == history.size() - 1;
                worked(piece, index == 0, again, last);
            }
        }
        for (Task task : job.tasks()) {
            for (Event event : floor.recorded(task.id())) {
                if (event.fact() instanceof WorkFact.Counted counted) {
                    counted.serials().stream()
                            .filter(serials::contains)
                            .forEach(serial -> named(event, counted, serial));
                }
            }
        }
    }

    private void worked(PieceTime piece, boolean first, boolean again, boolean last) {
        Map<String, Object> event =
                event(piece.completedBy(), piece.serial().value(), piece.to(), piece.task());
        event.put("epcList", List.of(epc(piece.serial())));
        event.put("action", first ? "ADD" : "OBSERVE");
        event.put("bizStep", first ? "commissioning" : again ? "repairing" : step(piece));
        event.put("disposition", last ? "active" : "in_progress");
        where(event, piece.station().value());
        event.put("stint:minutes", piece.worked().toSeconds() / SECONDS_PER_MINUTE);
        event.put("stint:grade", piece.grade().name().toLowerCase(Locale.ROOT));
        if (first) {
            event.put("ilmd", Map.of("cbvmda:lotNumber", batch()));
        }
        told.add(new Told(piece.to(), event));
    }

    private String step(PieceTime piece) {
        return floor.event(piece.completedBy())
                        .filter(event -> event.fact() instanceof WorkFact.Passed)
                        .isPresent()
                ? "inspecting"
                : "assembling";
    }

    /** What names a piece and is not in its history: its scrapping, and what was taken back. */
    private void named(Event event, WorkFact.Counted counted, Serial serial) {
        boolean scrap = counted instanceof WorkFact.Scrapped;
        boolean back = floor.voided(event.id());
        if (!scrap && !back) {
            return;
        }
        Map<String, Object> out = event(event.id(), serial.value(), event.time(), counted.task());
        out.put("epcList", List.of(epc(serial)));
        counted(out, event, scrap, begins(counted.task()));
        if (back) {
            out.put("errorDeclaration", takenBack(event.id()));
        }
        told.add(new Told(event.time(), out));
    }

    private void counted(Map<String, Object> out, Event event, boolean scrap, boolean first) {
        out.put("action", scrap ? "DELETE" : first ? "ADD" : "OBSERVE");
        out.put("bizStep", scrap ? "destroying" : first ? "commissioning" : "assembling");
        out.put("disposition", scrap ? "destroyed" : "in_progress");
        where(out, event.station().value());
    }

    private void numbers() {
        for (Task task : job.tasks()) {
            boolean first = begins(task.id());
            for (Event event : floor.recorded(task.id())) {
                if (event.fact() instanceof WorkFact.Counted counted) {
                    number(event, counted, first);
                }
            }
        }
    }

    /** Whether pieces come into being here: nothing is done before it. */
    private boolean begins(TaskId task) {
        return job.edges().stream().noneMatch(edge -> edge.after() == task.sequence());
    }

    private void number(Event event, WorkFact.Counted counted, boolean first) {
        List<Event> corrections =
                floor.corrections(event.id()).stream()
                        .filter(later -> later.fact() instanceof Correction.Corrected)
                        .filter(later -> !floor.voided(later.id()))
                        .toList();
        Map<String, Object> said = amount(event, event.id(), counted, counted.quantity(), first);
        if (floor.voided(event.id())) {
            said.put("errorDeclaration", takenBack(event.id()));
        } else if (!corrections.isEmpty()) {
            Event right = corrections.getLast();
            said.put(
                    "errorDeclaration",
                    declaration(right, "incorrect_data", List.of(id(right.id(), ""))));
            int quantity = ((Correction.Corrected) right.fact()).quantity();
            told.add(new Told(event.time(), amount(event, right.id(), counted, quantity, first)));
        }
        told.add(new Told(event.time(), said));
    }

    private Map<String, Object> amount(
            Event event, EventId id, WorkFact.Counted counted, int quantity, boolean first) {
        Map<String, Object> out = event(id, "", event.time(), counted.task());
        out.put("quantityList", List.of(Map.of("epcClass", epcClass(), "quantity", quantity)));
        counted(out, event, counted instanceof WorkFact.Scrapped, first);
        return out;
    }

    private Map<String, Object> takenBack(EventId id) {
        Event last =
                floor.corrections(id).stream()
                        .filter(later -> later.fact() instanceof Correction.Voided)
                        .filter(later -> !floor.voided(later.id()))
                        .reduce((one, other) -> other)
                        .orElse(null);
        return declaration(last, "did_not_occur", List.of());
    }

    private static Map<String, Object> declaration(
            @Nullable Event correction, String reason, List<String> corrective) {
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put(
                "declarationTime",
                correction == null ? Instant.EPOCH.toString() : correction.time().toString());
        declaration.put("reason", reason);
        if (!corrective.isEmpty()) {
            declaration.put("correctiveEventIDs", corrective);
        }
        return declaration;
    }

    private Map<String, Object> event(EventId id, String piece, Instant at, TaskId task) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "ObjectEvent");
        event.put("eventID", id(id, piece));
        event.put("eventTime", at.toString());
        event.put("eventTimeZoneOffset", offset(id, at));
        event.put("stint:operation", name(task));
        return event;
    }

    /** The same for the same piece of the same event, whoever asks and whenever. */
    private String id(EventId id, String piece) {
        byte[] name = (base + "\n" + id + "\n" + piece).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    private String offset(EventId id, Instant at) {
        ZoneOffset offset =
                floor.event(id)
                        .map(event ->
                                ZoneOffset.ofTotalSeconds(event.clock().zoneOffsetMinutes() * 60))
                        .orElse(zone.getRules().getOffset(at));
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private String name(TaskId task) {
        return job.tasks().stream()
                .filter(planned -> planned.id().equals(task))
                .map(Task::name)
                .findFirst()
                .orElse(task.toString());
    }

    private void where(Map<String, Object> event, String station) {
        event.put("readPoint", Map.of("id", base + "/id/station/" + station));
        event.put(
                "bizTransactionList",
                List.of(
                        Map.of(
                                "type",
                                "prodorder",
                                "bizTransaction",
                                base + "/id/order/" + batch())));
    }

    private String batch() {
        return Objects.requireNonNullElse(job.order(), job.ticket());
    }

    private String epc(Serial serial) {
        return product == null || product.gtin() == null
                ? base + "/s/" + serial
                : "https://id.gs1.org/01/" + product.gtin() + "/21/" + serial;
    }

    private String epcClass() {
        return product == null || product.gtin() == null
                ? base + "/id/job/" + job.ticket()
                : "https://id.gs1.org/01/" + product.gtin();
    }
}
