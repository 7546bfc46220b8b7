package stint.installer.load;

import stint.installer.database.Postgres;
import stint.server.ServerConfig.Database;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The load with its floors on either kind of store, one after the other, with a PostgreSQL that
 * comes with the build: {@code mvn -Pload -pl installer -am verify}.
 */
public final class LoadOnBoth {

    private LoadOnBoth() {}

    /**
     * Measures.
     *
     * @param args benches, events of each, live streams
     */
    public static void main(String[] args) throws Exception {
        LoadOrder order =
                new LoadOrder(
                        Integer.parseInt(args[0]),
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println("== Embedded H2 behind a journal ==");
        Load.measure(order, null, null, "SITE", "H", true).print(out);
        try (Postgres postgres = new Postgres()) {
            Database database = postgres.empty();
            out.println("\n== PostgreSQL, fsync and synchronous_commit on ==");
            Load.measure(order, null, database, "SITE", "P", true).print(out);
        }
    }
}
