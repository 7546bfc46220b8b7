package stint.server.trust;

import stint.clock.Clocks;
import stint.credential.Pepper;
import stint.credential.VerifyingKey;
import stint.domain.work.FloorView;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.util.function.Supplier;

/** All by which a caller can prove who they are. Thread-safe. */
public final class Credentials {

    private final ServerKeys keys;
    private final Signatures signatures;
    private final SignIns signIns;

    /**
     * @param floor what the site knows now
     */
    public Credentials(ServerKeys keys, Supplier<FloorView> floor, Clocks clocks) {
        this.keys = keys;
        signatures = new Signatures(floor, clocks);
        signIns = new SignIns(floor, keys.pepper());
    }

    /** By which stations check what the server signs. */
    public VerifyingKey serverKey() {
        return keys.signing().verifying();
    }

    /** What stations sign. */
    public Signatures signatures() {
        return signatures;
    }

    /** People who are signed in. */
    public SignIns signIns() {
        return signIns;
    }

    /** By which the hashes of PINs are sealed. */
    public Pepper pepper() {
        return keys.pepper();
    }

    /**
     * Who is known by a session's word.
     *
     * @throws FaultException when nobody is
     */
    public Caller person(String token) {
        return signIns.person(token);
    }

    /**
     * Somebody at the server's own console.
     *
     * @param header as {@link ConsoleFile#header} writes it
     * @throws FaultException when it is not
     */
    public Caller console(String header) {
        String[] words = header.split(" ", 3);
        if (words.length < 2 || !keys.isConsole(words[1])) {
            throw FaultException.of(
                    Fault.NOT_AUTHENTICATED, "this is not the console of the running server");
        }
        return new Caller.Console(words.length > 2 ? words[2] : "unknown");
    }
}
