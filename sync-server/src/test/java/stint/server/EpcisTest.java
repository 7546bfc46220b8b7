package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.SystemClocks;
import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What other systems read of pieces and tasks (TR-1; EPCIS 2.0, B2MML). */
class EpcisTest {

    private static final Logger LOG = LoggerFactory.getLogger(EpcisTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path directory;

    private static TestServer server;
    private static WebFloor floor;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.guarded(directory.resolve("server"), new SystemClocks());
        floor = new WebFloor(server).day();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] body(String path) throws Exception {
        HttpResponse<byte[]> response = server.as(server.console(), "GET", path, new byte[0]);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static JsonNode document(String path) throws Exception {
        JsonNode document = JSON.readTree(body(path));
        assertThat(document.path("type").asText()).isEqualTo("EPCISDocument");
        assertThat(document.path("schemaVersion").asText()).isEqualTo("2.0");
        for (JsonNode event : events(document)) {
            for (String field : List.of("type", "action", "eventTime", "eventTimeZoneOffset")) {
                assertThat(event.hasNonNull(field)).as(field).isTrue();
            }
            assertThat(event.path("eventTimeZoneOffset").asText()).matches("[+-]\\d\\d:\\d\\d");
        }
        return document;
    }

    private static List<JsonNode> events(JsonNode document) {
        JsonNode list = document.path("epcisBody").path("eventList");
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static List<String> each(List<JsonNode> events, String field) {
        return events.stream().map(event -> event.path(field).asText()).toList();
    }

    @Test
    void TR_1_a_piece_is_told_as_object_events_that_name_nobody() throws Exception {
        JsonNode document = document("/api/v1/serials/EB-0001/epcis");
        List<JsonNode> events = events(document);

        assertThat(each(events, "action")).containsExactly("ADD", "OBSERVE", "OBSERVE");
        assertThat(each(events, "bizStep"))
                .containsExactly("commissioning", "assembling", "assembling");
        assertThat(events.getLast().path("disposition").asText()).isEqualTo("active");
        assertThat(events.getFirst().path("epcList").path(0).asText())
                .isEqualTo("https://id.gs1.org/01/" + WebFloor.GTIN + "/21/EB-0001");
        assertThat(document.toString()).doesNotContain("An\"", "อันนา", "Chai");
    }

    @Test
    void TR_1_what_was_taken_back_is_declared_an_error_under_the_same_id() throws Exception {
        floor.record("BENCH-2", "Chai", 40, completed("EB-0002"));
        floor.push();
        int sequence = floor.size("BENCH-2");
        List<JsonNode> before = events(document("/api/v1/serials/EB-0002/epcis"));

        floor.record("BENCH-2", "Chai", 40, voided("BENCH-2", sequence));
        floor.push();
        List<JsonNode> after = events(document("/api/v1/serials/EB-0002/epcis"));

        JsonNode wrong =
                after.stream().filter(event -> event.has("errorDeclaration")).findFirst().get();
        assertThat(wrong.path("errorDeclaration").path("reason").asText())
                .isEqualTo("did_not_occur");
        assertThat(each(before, "eventID")).contains(wrong.path("eventID").asText());
        assertThat(after).hasSameSizeAs(before);
    }

    private static WorkFact completed(String serial) {
        return new WorkFact.Completed(
                new TaskId(WebFloor.EVENING, 3), null, 1, List.of(new Serial(serial)), null);
    }

    private static Correction voided(String bench, int sequence) {
        return new Correction.Voided(
                new EventId(new StationCode(bench), 1, sequence), "another bag");
    }

    @Test
    void TR_1_a_job_counted_by_number_is_told_by_quantity_and_its_correction_too()
            throws Exception {
        List<JsonNode> events = events(document("/api/v1/jobs/" + WebFloor.KEYS + "/epcis"));

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().path("quantityList").path(0).path("quantity").asInt())
                .isEqualTo(112);
    }

    @Test
    void TR_1_the_documents_are_valid_by_the_standards_schema() throws Exception {
        Path schema =
                Path.of(System.getProperty("standards", "../../shared/standards"))
                        .resolve("EPCIS-JSON-Schema.json");
        if (!Files.exists(schema)) {
            String absent =
                    "the standard's schema is not at "
                            + schema.toAbsolutePath().normalize()
                            + "; -Dstandards=DIR says where it is";
            LOG.warn("Documents are held against required fields only: {}", absent);
            Assumptions.abort(absent);
        }
        Schema valid =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(Files.readString(schema));
        List<String> wrong = new ArrayList<>();
        for (String path :
                List.of(
                        "/api/v1/serials/EB-0001/epcis",
                        "/api/v1/serials/EB-0002/epcis",
                        "/api/v1/jobs/" + WebFloor.EVENING + "/epcis",
                        "/api/v1/jobs/" + WebFloor.TOTE + "/epcis",
                        "/api/v1/jobs/" + WebFloor.KEYS + "/epcis")) {
            faults(valid, document(path).toString())
                    .forEach(fault -> wrong.add(path + " " + fault));
        }
        assertThat(wrong).isEmpty();
        assertThat(faults(valid, "{\"type\":\"EPCISDocument\"}")).isNotEmpty();
    }

    private static List<String> faults(Schema schema, String document) {
        return schema
                .validate(
                        document,
                        InputFormat.JSON,
                        execution ->
                                execution.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void a_task_is_told_as_an_ISA_95_job_response() throws Exception {
        String xml = new String(body("/api/v1/tasks/" + WebFloor.KEYS + "/1/job-response"), UTF_8);

        assertThat(xml)
                .contains("<JobResponse xmlns=\"http://www.mesa.org/xml/B2MML\">")
                .contains("<JobState>Completed</JobState>")
                .contains("<EquipmentID>BENCH-2</EquipmentID>")
                .contains("<QuantityString>112</QuantityString>")
                .contains("<MaterialUse OtherValue=\"Scrap\">Other</MaterialUse>");
    }
}
