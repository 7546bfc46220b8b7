package stint.server;

import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.Provider;
import java.security.Security;

/**
 * Lets this process hash and sign by the machine's own instructions, where there is a library of
 * them for it: with the first compiler alone SHA-256 takes eight times as long, and a server hashes
 * every event. What there is no library for goes on in Java.
 */
public final class FastCryptography {

    private static final Logger LOG = LoggerFactory.getLogger(FastCryptography.class);

    private static final String PREFERRED = "jdk.security.provider.preferred";

    private FastCryptography() {}

    /**
     * For all that is hashed and signed in this process; to be called as it begins. Keys are made
     * and read by Java.
     */
    public static void prefer() {
        try {
            Provider machine = Conscrypt.newProvider();
            Security.setProperty(
                    PREFERRED,
                    "MessageDigest.SHA-256:%1$s, Signature.Ed25519:%1$s"
                            .formatted(machine.getName()));
            Security.addProvider(machine);
        } catch (LinkageError | RuntimeException e) {
            LOG.info("hashes and signatures are made in Java: {}", e.toString());
        }
    }
}
