package stint.installer.load;

import stint.installer.simulate.Directories;

import java.nio.file.Files;
import java.nio.file.Path;

/** Measures what those wait who look: at a board, or at the page of a piece. */
public final class PagesLoad {

    private PagesLoad() {}

    /**
     * Measures, each on a server of its own in a process of its own.
     *
     * @param site the servers' site
     */
    public static PagesReport measure(PagesOrder order, String site) throws Exception {
        Path directory = Files.createTempDirectory("stint-pages-");
        try {
            return new PagesReport(
                    order,
                    TapsToBoards.measure(order, directory.resolve("boards"), site),
                    CustomerPages.measure(order, directory.resolve("customers"), site));
        } finally {
            Directories.delete(directory);
        }
    }
}
