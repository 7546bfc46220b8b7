package stint.station.sync;

import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import okio.Buffer;

import org.jspecify.annotations.Nullable;

import stint.credential.SignedRequest;
import stint.wire.Chain;
import stint.wire.protocol.Protocol;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signs every request of a station. Whatever its own clock says, it is heard: where the server
 * finds the time wrong it says its own, and from then on that is what is signed. Thread-safe.
 */
final class Signing implements Interceptor {

    private static final int NONCE_BYTES = 12;

    private final Identity identity;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong aheadMillis = new AtomicLong();

    Signing(Identity identity) {
        this.identity = identity;
        aheadMillis.set(System.currentTimeMillis() - monotonicMillis());
    }

    private static long monotonicMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(signed(chain.request()));
        String time = response.header(Protocol.TIME_HEADER);
        if (response.code() != 401 || time == null) {
            return response;
        }
        response.close();
        try {
            aheadMillis.set(Long.parseLong(time) - monotonicMillis());
        } catch (NumberFormatException e) {
            throw new IOException("the server's time makes no sense: " + time, e);
        }
        return chain.proceed(signed(chain.request()));
    }

    private Request signed(Request request) throws IOException {
        HttpUrl url = request.url();
        String query = url.encodedQuery();
        SignedRequest.Line line =
                new SignedRequest.Line(
                        identity.serverKey().id(),
                        request.method(),
                        url.encodedPath() + (query == null ? "" : "?" + query));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        SignedRequest signature =
                SignedRequest.sign(
                        identity.key(),
                        identity.station(),
                        line,
                        monotonicMillis() + aheadMillis.get(),
                        Base64.getUrlEncoder().encodeToString(nonce),
                        bodyHash(request.body()));
        return request.newBuilder().header("Authorization", signature.header()).build();
    }

    private static String bodyHash(@Nullable RequestBody body) throws IOException {
        Buffer bytes = new Buffer();
        if (body != null) {
            body.writeTo(bytes);
        }
        return bytes.sha256().hex();
    }
}
