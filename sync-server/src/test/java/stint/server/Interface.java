package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the server says of itself: every answer of every test must be as described. */
final class Interface {

    /** No address of the description; then there is nothing to hold the answer against. */
    private static final Set<String> UNKNOWN_ADDRESS =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");

    private static final String TEXT = text();
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(TEXT).build();

    private Interface() {}

    /** The document. */
    static String text() {
        try (InputStream in =
                SyncServer.class.getResourceAsStream("/stint/server/http/openapi.yaml")) {
            assertThat(in).as("the description is there").isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Fails when an answer in JSON is not as described. */
    static void check(HttpRequest request, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json") || type.contains("ndjson")) {
            return;
        }
        ValidationReport report =
                VALIDATOR.validateResponse(
                        request.uri().getRawPath(),
                        Method.valueOf(request.method().toUpperCase(Locale.ROOT)),
                        SimpleResponse.Builder.status(response.statusCode())
                                .withContentType(type)
                                .withBody(response.body())
                                .build());
        List<ValidationReport.Message> wrong =
                report.getMessages().stream()
                        .filter(message -> message.getLevel() == Level.ERROR)
                        .toList();
        boolean unknown =
                wrong.stream().anyMatch(message -> UNKNOWN_ADDRESS.contains(message.getKey()));
        if (!unknown) {
            assertThat(wrong)
                    .as("%s %s is answered as described", request.method(), request.uri())
                    .isEmpty();
        }
    }
}
