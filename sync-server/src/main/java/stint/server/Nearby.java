package stint.server;

import java.net.InetAddress;

/** Which addresses are of the local network. Stateless; any thread. */
public final class Nearby {

    private Nearby() {}

    /** Whether an address is this machine's, or of a network that no router carries further. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal;
    }
}
