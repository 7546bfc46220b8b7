package stint.server.trace;

import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What became of a task, as an ISA-95 job response in B2MML terms: who worked how long, at which
 * stations, how much came out. Pure.
 */
public final class JobResponse {

    private static final String NAMESPACE = "http://www.mesa.org/xml/B2MML";

    private final TaskState task;
    private final XMLStreamWriter xml;

    private JobResponse(TaskState task, XMLStreamWriter xml) {
        this.task = task;
        this.xml = xml;
    }

    /** The document of a task. */
    public static byte[] of(TaskState task) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new JobResponse(task, xml).document();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes whatever is written", e);
        }
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "JobResponse");
        xml.writeDefaultNamespace(NAMESPACE);
        text("ID", task.id().toString());
        if (task.task() != null) {
            text("Description", task.task().name());
        }
        text("WorkType", "Production");
        text("JobOrderID", task.id().toString());
        times();
        text("JobState", state());
        for (Session session : task.sessions()) {
            person(session);
        }
        for (String station : stations()) {
            xml.writeStartElement(NAMESPACE, "EquipmentActual");
            text("EquipmentID", station);
            xml.writeEndElement();
        }
        material("Produced", "", task.good());
        material("Other", "Scrap", task.scrap());
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void times() throws XMLStreamException {
        Instant start =
                task.sessions().stream()
                        .map(session -> session.core().startedAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (start != null) {
            text("StartTime", start.toString());
        }
        if (task.doneAt() != null) {
            text("EndTime", task.doneAt().toString());
        }
    }

    private String state() {
        if (task.cancelled()) {
            return "Aborted";
        }
        return switch (task.status()) {
            case DONE -> "Completed";
            case IN_PROGRESS -> task.active() == 0 && task.paused() > 0 ? "Paused" : "Running";
            case PENDING -> "Ready";
        };
    }

    private Set<String> stations() {
        TreeSet<String> stations = new TreeSet<>();
        task.sessions().forEach(session -> stations.add(session.core().station().value()));
        return stations;
    }

    private void person(Session session) throws XMLStreamException {
        Session.Core core = session.core();
        Duration worked =
                core.worked().stream()
                        .map(span -> Duration.between(span.from(), span.to()))
                        .reduce(Duration.ZERO, Duration::plus);
        xml.writeStartElement(NAMESPACE, "PersonnelActual");
        text("PersonID", core.operator().value());
        text("PersonnelUse", "Production");
        quantity(worked.toString(), "duration", "");
        xml.writeEndElement();
    }

    /** What the standard has no word for is "Other", and says in an attribute what. */
    private void material(String use, String other, long pieces) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "MaterialActual");
        if (task.job() != null && task.job().product() != null) {
            text("MaterialDefinitionID", task.job().product());
        }
        xml.writeStartElement(NAMESPACE, "MaterialUse");
        if (!other.isEmpty()) {
            xml.writeAttribute("OtherValue", other);
        }
        xml.writeCharacters(use);
        xml.writeEndElement();
        quantity(Long.toString(pieces), "int", "EA");
        xml.writeEndElement();
    }

    private void quantity(String value, String type, String unit) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "Quantity");
        text("QuantityString", value);
        text("DataType", type);
        if (!unit.isEmpty()) {
            text("UnitOfMeasure", unit);
        }
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
