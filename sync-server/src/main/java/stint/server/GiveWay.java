package stint.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that leave the processor to others: work by thousands, while somebody asks a short
 * question. What a thread of Java's lowest priority does not do on Linux, "nice" does. On other
 * systems all threads are alike.
 */
public final class GiveWay {

    /** Gets a tenth of what others get, so that nobody waits for it for long either. */
    public static final int SOMEWHAT = 10;

    /** Runs when nobody else wants to. */
    public static final int ALWAYS = 19;

    private static final Logger LOG = LoggerFactory.getLogger(GiveWay.class);

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");

    private static final int ONE_THREAD = 0;
    private static final int ITSELF = 0;

    private GiveWay() {}

    /**
     * Makes such threads.
     *
     * @param usual makes them otherwise
     * @param nice from {@link #SOMEWHAT} to {@link #ALWAYS}
     */
    public static ThreadFactory threads(ThreadFactory usual, int nice) {
        return work ->
                usual.newThread(() -> {
                    if (onLinux()) {
                        giveWay(ITSELF, nice);
                    }
                    work.run();
                });
    }

    /**
     * Has all of this process give way but the thread that says so: what runs now, the collector of
     * garbage and the compilers among it, and what that starts later.
     *
     * @param nice from {@link #SOMEWHAT} to {@link #ALWAYS}
     * @throws IOException when the system does not say which threads there are
     */
    public static void others(int nice) throws IOException {
        if (!onLinux()) {
            return;
        }
        Path caller = THIS_THREAD.toRealPath().getFileName();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                if (!thread.getFileName().equals(caller)) {
                    giveWay(Integer.parseInt(thread.getFileName().toString()), nice);
                }
            }
        }
    }

    private static boolean onLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private static void giveWay(int thread, int nice) {
        try {
            if ((int) LinuxCalls.SET_PRIORITY.invokeExact(ONE_THREAD, thread, nice) != 0) {
                LOG.debug("the system lets no thread give way");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("a system call throws nothing", e);
        }
    }

    /** Looked up once, and only where there is such a call. */
    private static final class LinuxCalls {

        private static final MethodHandle SET_PRIORITY = setPriority();

        @SuppressWarnings("restricted") // The launcher allows it.
        private static MethodHandle setPriority() {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT));
        }
    }
}
