package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** The description of the HTTP interface names what there is, and nothing else. */
class DescriptionTest {

    @TempDir private Path directory;

    @Test
    void everyAddressIsDescribedAndEveryDescribedAddressIsThere() throws Exception {
        OpenAPI described = new OpenAPIV3Parser().readContents(Interface.text()).getOpenAPI();
        List<String> addresses =
                described.getPaths().entrySet().stream()
                        .flatMap(path ->
                                path.getValue().readOperationsMap().keySet().stream()
                                        .map(method -> method.name() + " " + path.getKey()))
                        .toList();
        try (TestServer server = new TestServer(directory)) {
            assertThat(server.server().addresses()).containsExactlyInAnyOrderElementsOf(addresses);
            assertThat(new String(server.get("/api/v1/openapi.yaml").body(), UTF_8))
                    .isEqualTo(Interface.text());
        }
    }

    /** The others' answers are held against it wherever a test asks for them. */
    @Test
    void whatAnybodyMayAskForIsAnsweredAsDescribed() throws Exception {
        try (TestServer server = new TestServer(directory).plan()) {
            for (String address : server.server().addresses()) {
                boolean plain = address.startsWith("GET ") && !address.contains("{");
                boolean answers = !address.endsWith("/live") && !address.endsWith("/history");
                if (plain && answers) { // One never ends, the other one needs a question.
                    assertThat(server.get(address.substring("GET ".length())).statusCode())
                            .as(address)
                            .isIn(200, 204);
                }
            }
        }
    }
}
