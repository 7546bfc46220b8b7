package stint.server.http;

import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all request bodies together may take; beyond it the next one is asked to come
 * again. Thread-safe.
 */
final class BodyBudget {

    private final AtomicLong free;

    BodyBudget(long bytesMax) {
        free = new AtomicLong(bytesMax);
    }

    /** What one request has taken; given back when closed. Used by one thread. */
    final class Lease implements AutoCloseable {

        private long taken;

        /**
         * Takes so many bytes more.
         *
         * @throws FaultException when there are not so many
         */
        void take(long bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                throw FaultException.of(
                        Fault.OVERLOADED, "too many large requests at once; try again in a moment");
            }
            taken += bytes;
        }

        @Override
        public void close() {
            free.addAndGet(taken);
            taken = 0;
        }
    }

    Lease lease() {
        return new Lease();
    }
}
