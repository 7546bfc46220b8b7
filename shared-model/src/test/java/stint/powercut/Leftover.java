package stint.powercut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What a disk holds after the power went, under a model of what disks keep of the unforced. */
final class Leftover {

    /** Disks write a sector whole, or not at all. */
    private static final int SECTOR = 512;

    /** What is kept of what was not forced. */
    enum Model {
        /** All of it, as after {@code kill -9}. */
        WHOLE,
        /** Nothing. */
        DROPPED,
        /**
         * The first writes, in their order, the last of them in part; the first changes of names.
         */
        PREFIX,
        /** Any sectors of any writes, and any names. */
        SCATTERED
    }

    /** A file: what is forced, and the writes after that. */
    private static final class Content {
        private byte[] bytes = new byte[0];
        private final List<Write.Bytes> unforced = new ArrayList<>();

        private void apply(Write.Bytes write, int from, int to) {
            int end = (int) write.place() + to;
            if (bytes.length < end) {
                bytes = Arrays.copyOf(bytes, end);
            }
            System.arraycopy(write.content(), from, bytes, (int) write.place() + from, to - from);
        }

        private void applyAll() {
            unforced.forEach(write -> apply(write, 0, write.content().length));
            unforced.clear();
        }
    }

    private final Model model;
    private final RandomGenerator luck;
    private final Map<String, Content> names = new HashMap<>();
    private final Map<String, Content> namesForced = new HashMap<>();

    /** The names after each change that is not forced. */
    private final List<Map<String, Content>> namesUnforced = new ArrayList<>();

    private Leftover(Model model, RandomGenerator luck) {
        this.model = model;
        this.luck = luck;
    }

    /**
     * Writes what is left into an empty directory, and into those in it that were recorded.
     *
     * @param writes all until the power went
     */
    static void write(List<Write> writes, Model model, RandomGenerator luck, Path directory)
            throws IOException {
        Map<String, List<Write>> apart = new TreeMap<>();
        for (Write write : writes) {
            if (write instanceof Write.In in) {
                apart.computeIfAbsent(in.directory(), any -> new ArrayList<>()).add(in.write());
            }
        }
        writeOne(writes, model, luck, directory);
        for (Map.Entry<String, List<Write>> one : apart.entrySet()) {
            Path below = Files.createDirectory(directory.resolve(one.getKey()));
            writeOne(one.getValue(), model, luck, below);
        }
    }

    private static void writeOne(
            List<Write> writes, Model model, RandomGenerator luck, Path directory)
            throws IOException {
        Leftover left = new Leftover(model, luck);
        writes.forEach(left::happen);
        for (Map.Entry<String, Content> file : left.namesLeft().entrySet()) {
            left.settle(file.getValue());
            Files.write(directory.resolve(file.getKey()), file.getValue().bytes);
        }
    }

    private void happen(Write write) {
        switch (write) {
            case Write.Created created -> name(created.file(), new Content());
            case Write.Bytes bytes -> content(bytes.file()).unforced.add(bytes);
            case Write.Forced forced -> content(forced.file()).applyAll();
            case Write.DirectoryForced forced -> {
                namesForced.clear();
                namesForced.putAll(names);
                namesUnforced.clear();
            }
            case Write.Moved moved -> name(moved.to(), removed(moved.from()));
            case Write.Deleted deleted -> {
                removed(deleted.file());
                namesUnforced.add(Map.copyOf(names));
            }
            case Write.Confirmed confirmed -> {}
            case Write.Stood stood -> {}
            case Write.Published published -> {}
            case Write.In elsewhere -> {}
        }
    }

    private void name(String file, Content content) {
        names.put(file, content);
        namesUnforced.add(Map.copyOf(names));
    }

    private Content content(String file) {
        Content content = names.get(file);
        if (content == null) {
            throw new AssertionError(file + " is written and not there");
        }
        return content;
    }

    private Content removed(String file) {
        Content content = names.remove(file);
        if (content == null) {
            throw new AssertionError(file + " is taken away and not there");
        }
        return content;
    }

    private Map<String, Content> namesLeft() {
        return switch (model) {
            case WHOLE -> names;
            case DROPPED -> namesForced;
            case PREFIX -> {
                int kept = luck.nextInt(namesUnforced.size() + 1);
                yield kept == 0 ? namesForced : namesUnforced.get(kept - 1);
            }
            case SCATTERED -> scattered();
        };
    }

    /** Each name that is not forced is as it was before, or as it is now. */
    private Map<String, Content> scattered() {
        Map<String, Content> some = new HashMap<>(namesForced);
        names.forEach((name, content) -> {
            if (!content.equals(namesForced.get(name)) && luck.nextBoolean()) {
                some.put(name, content);
            }
        });
        some.keySet().removeIf(name -> !names.containsKey(name) && luck.nextBoolean());
        return some;
    }

    private void settle(Content content) {
        switch (model) {
            case WHOLE -> content.applyAll();
            case DROPPED -> content.unforced.clear();
            case PREFIX -> {
                int kept = luck.nextInt(content.unforced.size() + 1);
                for (Write.Bytes write : content.unforced.subList(0, kept)) {
                    content.apply(write, 0, write.content().length);
                }
                if (kept < content.unforced.size()) {
                    Write.Bytes torn = content.unforced.get(kept);
                    content.apply(torn, 0, luck.nextInt(torn.content().length + 1));
                }
                content.unforced.clear();
            }
            case SCATTERED -> {
                for (Write.Bytes write : content.unforced) {
                    scatter(content, write);
                }
                content.unforced.clear();
            }
        }
    }

    private void scatter(Content content, Write.Bytes write) {
        long end = write.place() + write.content().length;
        long from = write.place();
        while (from < end) {
            long to = Math.min(end, (from / SECTOR + 1) * SECTOR);
            if (luck.nextBoolean()) {
                content.apply(write, (int) (from - write.place()), (int) (to - write.place()));
            }
            from = to;
        }
    }
}
