package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Operator;

import java.util.Optional;

/**
 * What a person last said about their name and customers (TR-1).
 *
 * @param name the name they agreed to; absent when they withdrew it
 */
record Consent(@Nullable String name) {

    /**
     * The name customers may read. Whoever ever said yes or no is taken at the last of these words;
     * for whoever said neither, the name they were registered with is the consent on file.
     */
    static Optional<String> name(@Nullable Consent said, Optional<Operator> registered) {
        return said == null
                ? registered.map(Operator::publicName)
                : Optional.ofNullable(said.name());
    }
}
