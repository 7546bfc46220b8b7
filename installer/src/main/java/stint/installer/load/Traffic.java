package stint.installer.load;

import okhttp3.Interceptor;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/** Counts the bytes of the bodies that benches send, as they are sent. Thread-safe. */
final class Traffic implements Interceptor {

    private final LongAdder sent = new LongAdder();

    @Override
    public Response intercept(Chain chain) throws IOException {
        RequestBody body = chain.request().body();
        if (body != null) {
            sent.add(body.contentLength());
        }
        return chain.proceed(chain.request());
    }

    long sent() {
        return sent.sum();
    }
}
