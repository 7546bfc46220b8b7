package stint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.util.Random;

/** What a process hashes and signs in machine code is what others hash and sign in Java. */
class FastCryptographyTest {

    private static final int TRIES = 200;

    private final Random random = new Random(1);

    @BeforeEach
    void machine() {
        assumeThat(Conscrypt.isAvailable()).as("a library for this machine").isTrue();
    }

    private byte[] some() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void EV_2_a_hash_is_the_same() throws GeneralSecurityException {
        MessageDigest java = MessageDigest.getInstance("SHA-256", "SUN");
        MessageDigest fast = MessageDigest.getInstance("SHA-256", Conscrypt.newProvider());
        for (int tries = 0; tries < TRIES; tries++) {
            byte[] before = some();
            byte[] body = some();
            for (MessageDigest digest : new MessageDigest[] {java, fast}) {
                digest.update(before);
                digest.update(body);
            }
            assertThat(fast.digest()).isEqualTo(java.digest());
        }
    }

    @Test
    void SY_4_a_signature_of_one_is_proven_by_the_other() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
        Provider fast = Conscrypt.newProvider();
        for (int tries = 0; tries < TRIES; tries++) {
            byte[] text = some();
            byte[] signed = sign(Signature.getInstance("Ed25519", fast), keys, text);
            assertThat(signed)
                    .isEqualTo(sign(Signature.getInstance("Ed25519", "SunEC"), keys, text));
            Signature proof = Signature.getInstance("Ed25519", fast);
            proof.initVerify(keys.getPublic());
            proof.update(text);
            assertThat(proof.verify(signed)).isTrue();
            proof.initVerify(keys.getPublic());
            proof.update(text);
            proof.update((byte) 1);
            assertThat(proof.verify(signed)).isFalse();
        }
    }

    private static byte[] sign(Signature signature, KeyPair keys, byte[] text)
            throws GeneralSecurityException {
        signature.initSign(keys.getPrivate());
        signature.update(text);
        return signature.sign();
    }
}
