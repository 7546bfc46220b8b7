package stint.station.sync;

import okhttp3.OkHttpClient;

import org.jspecify.annotations.Nullable;

import stint.credential.TlsTrust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

import javax.net.ssl.X509TrustManager;

/**
 * How a station reaches the server: where it is, and who the station is to it. Any thread.
 *
 * @param server its base address
 * @param identity absent for a station that was not enrolled
 * @param trust certificates, besides the system's, by which the server's is accepted (PEM)
 */
public record Link(URI server, @Nullable Identity identity, @Nullable Path trust) {

    /** A link that trusts what the identity says. */
    public Link(URI server, @Nullable Identity identity) {
        this(server, identity, identity == null ? null : identity.trust());
    }

    /**
     * The link of a station that keeps its data in a directory.
     *
     * @throws IOException when its identity can't be read
     */
    public static Link of(URI server, Path data) throws IOException {
        return new Link(server, Identity.read(data).orElse(null));
    }

    /**
     * A client that speaks as this station.
     *
     * @throws UncheckedIOException when the certificates can't be read
     */
    public OkHttpClient.Builder client() {
        OkHttpClient.Builder client = new OkHttpClient.Builder();
        if (identity != null) {
            client.addInterceptor(new Signing(identity));
        }
        if (trust != null) {
            try {
                X509TrustManager trusted = TlsTrust.systemAnd(trust);
                client.sslSocketFactory(TlsTrust.context(trusted).getSocketFactory(), trusted);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return client;
    }
}
