package stint.credential;

import stint.domain.event.StationCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a station says of itself with each request, in the header {@code Authorization}; described
 * in {@code docs/protocol.md}.
 *
 * @param station who asks
 * @param keyId the short name of the key it signs with
 * @param timeMillis when, by its own clock or by what the server last said, since 1970 UTC
 * @param nonce never used before with this key
 * @param bodyHash SHA-256 of the body's bytes as they are sent, in hexadecimal
 * @param signature of all this and of the request line
 */
public record SignedRequest(
        StationCode station,
        String keyId,
        long timeMillis,
        String nonce,
        String bodyHash,
        String signature) {

    /** The scheme's name in the header. */
    public static final String SCHEME = "Stint-Ed25519";

    /**
     * A request as it is signed.
     *
     * @param audience the short name of the key of the server that is meant
     * @param method GET, POST …
     * @param target path and query, as they stand in the request
     */
    public record Line(String audience, String method, String target) {}

    /** Signs a request. */
    public static SignedRequest sign(
            SigningKey key,
            StationCode station,
            Line line,
            long timeMillis,
            String nonce,
            String bodyHash) {
        String keyId = key.verifying().id();
        SignedRequest unsigned = new SignedRequest(station, keyId, timeMillis, nonce, bodyHash, "");
        return new SignedRequest(
                station, keyId, timeMillis, nonce, bodyHash, key.sign(unsigned.signed(line)));
    }

    /** Whether the station's key made this signature for this request. */
    public boolean verifies(VerifyingKey key, Line line) {
        return key.verifies(signed(line), signature);
    }

    private byte[] signed(Line line) {
        return String.join(
                        "\n",
                        "stint-request-1",
                        line.audience(),
                        line.method(),
                        line.target(),
                        station.value(),
                        keyId,
                        Long.toString(timeMillis),
                        nonce,
                        bodyHash)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The header's value. */
    public String header() {
        return SCHEME
                + " station="
                + URLEncoder.encode(station.value(), StandardCharsets.UTF_8)
                + ",key="
                + keyId
                + ",time="
                + timeMillis
                + ",nonce="
                + nonce
                + ",body="
                + bodyHash
                + ",signature="
                + signature;
    }

    /**
     * Reads a header's value.
     *
     * @throws IllegalArgumentException when it is not of this scheme, or lacks something
     */
    public static SignedRequest parse(String header) {
        if (!header.startsWith(SCHEME + " ")) {
            throw new IllegalArgumentException("this is no " + SCHEME);
        }
        HeaderFields fields = new HeaderFields(header.substring(SCHEME.length() + 1));
        return new SignedRequest(
                fields.station(),
                fields.get("key"),
                Long.parseLong(fields.get("time")),
                fields.get("nonce"),
                fields.get("body"),
                fields.get("signature"));
    }
}
