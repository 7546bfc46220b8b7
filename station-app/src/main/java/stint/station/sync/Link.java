package stint.station.sync;

import okhttp3.OkHttpClient;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * How a station reaches the server: where it is, and who the station is to it. Any thread.
 *
 * @param server its base address
 * @param identity absent for a station that was not enrolled
 */
public record Link(URI server, @Nullable Identity identity) {

    /**
     * The link of a station that keeps its data in a directory.
     *
     * @throws IOException when its identity can't be read
     */
    public static Link of(URI server, Path data) throws IOException {
        return new Link(server, Identity.read(data).orElse(null));
    }

    /** A client that speaks as this station. */
    public OkHttpClient.Builder client() {
        OkHttpClient.Builder client = new OkHttpClient.Builder();
        if (identity != null) {
            client.addInterceptor(new Signing(identity));
        }
        return client;
    }
}
