package stint.server.trust;

import org.jspecify.annotations.Nullable;

import stint.credential.Pepper;
import stint.credential.Pins;
import stint.credential.VerifyingKey;
import stint.domain.event.OperatorCode;
import stint.domain.plan.Operator;
import stint.domain.work.FloorView;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * People who are signed in, by random words that are kept as hashes only. Gone with the server's
 * process. Thread-safe.
 */
public final class SignIns {

    /** A whole shift and a meeting; after that one signs in again. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final int SESSIONS_MAX = 10_000;
    private static final int TOKEN_BYTES = 32;

    /** Checking a PIN takes 19 MB and tens of milliseconds: so many at once, not more. */
    private static final int CHECKS_MAX = 2;

    /** Checked where nobody has that code, so that an answer takes as long. */
    private static final String NOBODY = Pins.hash("000000".toCharArray());

    private record SignedIn(OperatorCode person, long untilNanos) {}

    private final Supplier<FloorView> floor;
    private final @Nullable Pepper pepper;
    private final Throttle throttle = new Throttle(System::nanoTime);
    private final Semaphore checks = new Semaphore(CHECKS_MAX);
    private final Map<String, SignedIn> sessions =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, SignedIn> eldest) {
                    return size() > SESSIONS_MAX;
                }
            };

    /**
     * @param floor who there is
     * @param pepper by which their PINs' hashes are sealed
     */
    SignIns(Supplier<FloorView> floor, Pepper pepper) {
        this.floor = floor;
        this.pepper = pepper;
    }

    /**
     * Signs somebody in.
     *
     * @param pin wiped when this returns
     * @param source where the request comes from: whoever guesses waits there, and nobody else does
     * @return the word by which they are known from now on
     * @throws FaultException when code or PIN are wrong (which, is not said), or tried too often
     */
    public String signIn(OperatorCode code, char[] pin, String source) {
        try {
            String person = code + "@" + source;
            throttle.require(person);
            throttle.require(source);
            Operator operator = floor.get().operator(code).orElse(null);
            String hash = operator == null ? null : operator.pinHash();
            boolean right = checked(pin, hash == null ? NOBODY : hash) && hash != null;
            if (!right) {
                throttle.failed(person);
                throttle.failed(source);
                throw FaultException.of(Fault.NOT_AUTHENTICATED, "code or PIN is wrong");
            }
            throttle.succeeded(person);
            throttle.succeeded(source);
            return begun(code);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private boolean checked(char[] pin, String hash) {
        if (!checks.tryAcquire()) {
            throw FaultException.of(Fault.OVERLOADED, "others sign in just now; try again");
        }
        try {
            return Pins.verify(pin, hash, pepper);
        } finally {
            checks.release();
        }
    }

    private String begun(OperatorCode person) {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (sessions) {
            sessions.put(
                    VerifyingKey.id(token),
                    new SignedIn(person, System.nanoTime() + LIFE.toNanos()));
        }
        return token;
    }

    /**
     * Who is known by a word, with the role they have now.
     *
     * @throws FaultException when nobody is
     */
    Caller.Person person(String token) {
        SignedIn session;
        synchronized (sessions) {
            session = sessions.get(VerifyingKey.id(token));
        }
        if (session == null || session.untilNanos() - System.nanoTime() < 0) {
            throw FaultException.of(Fault.NOT_AUTHENTICATED, "sign in again");
        }
        return floor.get()
                .operator(session.person())
                .filter(Operator::active)
                .map(operator -> new Caller.Person(operator.code(), operator.role()))
                .orElseThrow(() ->
                        FaultException.of(Fault.NOT_AUTHENTICATED, "nobody has that code now"));
    }

    /** Signs somebody out. */
    public void signOut(String token) {
        synchronized (sessions) {
            sessions.remove(VerifyingKey.id(token));
        }
    }
}
