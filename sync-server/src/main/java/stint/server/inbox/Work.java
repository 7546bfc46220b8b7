package stint.server.inbox;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.sync.Ledger;
import stint.sync.PushOutcome;
import stint.sync.PushedBatch;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Something the single writer is asked to do. */
sealed interface Work {

    /** The answer, once what it says is durable. */
    CompletableFuture<?> answer();

    /** Store what a station pushed. */
    record Push(PushedBatch batch, CompletableFuture<PushOutcome> answer) implements Work {}

    /** Write events of the server's own, by what the floor is at that moment. */
    record Own(
            @Nullable OperatorCode operator,
            Ledger.Decide decide,
            CompletableFuture<Recorded> answer)
            implements Work {}

    /** Say something of what is known; it changes nothing. */
    record Look<T>(Function<Ledger, T> look, CompletableFuture<T> answer) implements Work {

        /** Looks; the answer is given by what this returns. */
        Runnable at(Ledger ledger) {
            T seen = look.apply(ledger);
            return () -> answer.complete(seen);
        }
    }

    /** Take in what other servers over the same store have written. */
    record News(CompletableFuture<Long> answer) implements Work {}
}
