package stint.server;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Which addresses are of the local network. Stateless; any thread. */
public final class Nearby {

    private static final int IPV6_NETWORK_BYTES = 8;

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

    /**
     * What one household or firm has, as a name: an IPv4 address, or the IPv6 network an address is
     * in, of which a single person may have any number.
     */
    public static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        int length = bytes.length == 4 ? 4 : IPV6_NETWORK_BYTES;
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
    }
}
