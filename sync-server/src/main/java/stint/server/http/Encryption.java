package stint.server.http;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

import stint.credential.Pem;
import stint.server.ServerConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/** TLS for Jetty from PEM files; no keystore to make by hand. */
final class Encryption {

    private static final String ALIAS = "server";

    private Encryption() {}

    /**
     * A connector that speaks HTTP/1.1 over TLS 1.2 or 1.3.
     *
     * @throws UncheckedIOException when certificate or key can't be read
     */
    static ServerConnector connector(Server server, HttpConfiguration http, ServerConfig.Tls tls) {
        // Who is reached by a name that is not in the certificate is the client's to judge.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setSniRequired(false);
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setKeyStore(keys(tls));
        context.setKeyStorePassword("");
        HttpConnectionFactory inner = new HttpConnectionFactory(http);
        return new ServerConnector(
                server, new SslConnectionFactory(context, inner.getProtocol()), inner);
    }

    private static KeyStore keys(ServerConfig.Tls tls) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    ALIAS,
                    Pem.privateKey(tls.key()),
                    new char[0],
                    Pem.certificates(tls.certificate()).toArray(Certificate[]::new));
            return keys;
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(
                    new IOException(
                            tls.certificate() + " and " + tls.key() + " do not fit together", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
