package stint.credential;

import stint.domain.event.StationCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a station says of a batch that a person carries to the server (SY-5), in the header {@value
 * #HEADER}; described in {@code docs/protocol.md}. There is no time in it: a batch may lie in a
 * drawer for a month, and the same one twice changes nothing.
 *
 * @param station whose batch it is
 * @param keyId the short name of the key it signs with
 * @param bodyHash SHA-256 of the batch's bytes as they are carried, in hexadecimal
 * @param signature of all this and of which server is meant
 */
public record CarriedWord(StationCode station, String keyId, String bodyHash, String signature) {

    /** The header's name. */
    public static final String HEADER = "Stint-Carried";

    /** Signs a batch for the server with this key. */
    public static CarriedWord sign(
            SigningKey key, StationCode station, VerifyingKey server, byte[] body) {
        String keyId = key.verifying().id();
        CarriedWord unsigned = new CarriedWord(station, keyId, hash(body), "");
        String signature = key.sign(unsigned.signed(server));
        return new CarriedWord(station, keyId, unsigned.bodyHash(), signature);
    }

    /** Whether the station's key made this signature for that server. */
    public boolean verifies(VerifyingKey key, VerifyingKey server) {
        return key.verifies(signed(server), signature);
    }

    /** Whether these are the bytes that were signed. */
    public boolean isOf(byte[] body) {
        return hash(body).equals(bodyHash);
    }

    private byte[] signed(VerifyingKey server) {
        return String.join("\n", "stint-carried-1", server.id(), station.value(), keyId, bodyHash)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** The header's value. */
    public String header() {
        return "station="
                + URLEncoder.encode(station.value(), StandardCharsets.UTF_8)
                + ",key="
                + keyId
                + ",body="
                + bodyHash
                + ",signature="
                + signature;
    }

    /**
     * Reads a header's value.
     *
     * @throws IllegalArgumentException when something is missing or makes no sense
     */
    public static CarriedWord parse(String header) {
        HeaderFields fields = new HeaderFields(header);
        return new CarriedWord(
                fields.station(), fields.get("key"), fields.get("body"), fields.get("signature"));
    }
}
