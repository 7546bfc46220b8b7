package stint.station.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.credential.Pepper;
import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.plan.Operator;
import stint.station.core.LoginResult.LoggedIn;
import stint.station.core.LoginResult.Reason;
import stint.station.core.LoginResult.Rejected;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/**
 * Checks PINs, and makes guessing slow: after each wrong one that operator waits longer, at this
 * bench only, also after a restart (SERVER "PINs and keys"). Used by one thread of its own, because
 * checking a PIN takes tens of milliseconds.
 */
final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    /** So many wrong PINs cost nothing: gloves. */
    private static final int FREE_TRIES = 3;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration DELAY_MAX = Duration.ofMinutes(15);
    private static final String FAILURES = ".failures";
    private static final String UNTIL = ".until";

    private final Path file;
    private final Clocks clocks;
    private final @Nullable Pepper pepper;
    private final Properties memory = new Properties();

    /**
     * @param pepper by which PINs' hashes are sealed at an enrolled bench
     */
    Logins(Path directory, Clocks clocks, @Nullable Pepper pepper) {
        this.pepper = pepper;
        this.file = directory.resolve("logins.properties");
        this.clocks = clocks;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                memory.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the memory of wrong PINs is unreadable and begins anew", e);
            }
        }
    }

    /** Checks and wipes the PIN. */
    LoginResult login(OperatorCode code, char[] pin, Optional<Operator> known) {
        try {
            Duration wait = Duration.between(clocks.read().time(), blockedUntil(code));
            if (wait.isPositive()) {
                return new Rejected(Reason.WAIT, wait);
            }
            Operator operator = known.orElse(null);
            String hash = operator == null ? null : operator.pinHash();
            if (operator != null && hash != null && Pins.verify(pin, hash, pepper)) {
                succeeded(code);
                return new LoggedIn(operator);
            }
            return new Rejected(Reason.WRONG, failed(code));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Instant blockedUntil(OperatorCode code) {
        return Instant.ofEpochMilli(number(code + UNTIL));
    }

    private Duration failed(OperatorCode code) {
        long failures = number(code + FAILURES) + 1;
        Duration delay = Duration.ZERO;
        if (failures > FREE_TRIES) {
            long doublings = Math.min(20, failures - FREE_TRIES - 1);
            Duration grown = FIRST_DELAY.multipliedBy(1L << doublings);
            delay = grown.compareTo(DELAY_MAX) > 0 ? DELAY_MAX : grown;
        }
        memory.setProperty(code + FAILURES, Long.toString(failures));
        long until = clocks.read().time().plus(delay).toEpochMilli();
        memory.setProperty(code + UNTIL, Long.toString(until));
        save();
        return delay;
    }

    private void succeeded(OperatorCode code) {
        if (memory.remove(code + FAILURES) != null) {
            memory.remove(code + UNTIL);
            save();
        }
    }

    private long number(String key) {
        @Nullable String text = memory.getProperty(key);
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0; // Somebody edited the file; the next failure writes it anew.
        }
    }

    private void save() {
        Path fresh = file.resolveSibling("logins.new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                memory.store(writer, null);
            }
            move(fresh);
        } catch (IOException e) {
            LOG.warn("the memory of wrong PINs can't be kept; it holds until the next start", e);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
