package stint.domain.plan;

/**
 * A published version of a routing graph, written {@code TOTE v2}: it never changes.
 *
 * @param code the graph
 * @param version from 1
 */
public record RoutingVersion(String code, int version) implements Comparable<RoutingVersion> {

    @Override
    public int compareTo(RoutingVersion other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : Integer.compare(version, other.version);
    }

    @Override
    public String toString() {
        return code + " v" + version;
    }
}
