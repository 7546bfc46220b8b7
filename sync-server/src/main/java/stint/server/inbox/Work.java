package stint.server.inbox;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.TimeReading;
import stint.domain.work.Floor;
import stint.server.fault.FaultException;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something the single writer is asked to do. */
sealed interface Work {

    /** The answer, once what it says is durable. */
    CompletableFuture<?> answer();

    /** Store what a station pushed. */
    record Push(Batch batch, CompletableFuture<PushOutcome> answer) implements Work {}

    /** Write events of the server's own, by what the floor is at that moment. */
    record Own(@Nullable OperatorCode operator, Decide decide, CompletableFuture<Recorded> answer)
            implements Work {}

    /** Decides what to write. */
    @FunctionalInterface
    interface Decide {

        /**
         * The facts to write.
         *
         * @throws FaultException when nothing may be written
         */
        List<? extends Fact> facts(Floor floor, TimeReading now);
    }
}
