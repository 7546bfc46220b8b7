package stint.server.http;

import io.javalin.config.RoutesConfig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this interface for programs and those who write them (OpenAPI). */
final class Description {

    private static final String FILE = "openapi.yaml";

    private Description() {}

    static void register(RoutesConfig routes) {
        byte[] text = text();
        Route.DESCRIPTION.serve(
                routes, context -> context.contentType("application/yaml").result(text));
    }

    private static byte[] text() {
        try (InputStream in = Description.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
