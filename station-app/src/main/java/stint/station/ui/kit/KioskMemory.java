package stint.station.ui.kit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * What this kiosk is to remember from one day to the next: its switches, none of which is work. Any
 * thread; files are written by a thread of its own.
 */
public final class KioskMemory {

    private static final Logger LOG = LoggerFactory.getLogger(KioskMemory.class);
    private static final String SOUND = "sound";

    private final @Nullable Path file;
    private final Executor writer;
    private volatile boolean sound;

    private KioskMemory(@Nullable Path file, boolean sound, Executor writer) {
        this.file = file;
        this.sound = sound;
        this.writer = writer;
    }

    /** Remembers until the process ends; sound is on. */
    public static KioskMemory untilTheEnd() {
        return new KioskMemory(null, true, Runnable::run);
    }

    /** Remembers in a file, which is made when something is changed; unreadable is as if empty. */
    public static KioskMemory in(Path file) {
        Properties read = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the kiosk's switches are unreadable and begin anew", e);
            }
        }
        return new KioskMemory(
                file,
                !"off".equals(read.getProperty(SOUND)),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("kiosk-memory").factory()));
    }

    /** Whether the kiosk sounds. */
    public boolean sound() {
        return sound;
    }

    /** Switches the sound. */
    public void sound(boolean on) {
        sound = on;
        Path kept = file;
        if (kept != null) {
            writer.execute(() -> write(kept, on));
        }
    }

    /**
     * Where a page to print is kept, beside the switches.
     *
     * @return where it will lie in a moment; empty where nothing is kept
     */
    public Optional<Path> keep(String name, String page) {
        Path beside = file;
        if (beside == null) {
            return Optional.empty();
        }
        Path kept = beside.resolveSibling(name).toAbsolutePath();
        writer.execute(() -> {
            try {
                Files.writeString(kept, page);
            } catch (IOException e) {
                LOG.warn("{} can't be kept", kept, e);
            }
        });
        return Optional.of(kept);
    }

    private static void write(Path file, boolean on) {
        Properties written = new Properties();
        written.setProperty(SOUND, on ? "on" : "off");
        try (Writer to = Files.newBufferedWriter(file)) {
            written.store(to, null);
        } catch (IOException e) {
            LOG.warn("the kiosk's switches can't be kept; they hold until the next start", e);
        }
    }
}
