package stint.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that leave the processor to others: work by thousands, while somebody asks a short
 * question. What a thread of Java's lowest priority does not do on Linux, "nice" does. On other
 * systems all threads are alike.
 */
public final class GiveWay {

    /** Gets a third of what others get, so that nobody waits for it for long either. */
    public static final int SOMEWHAT = 5;

    /** Runs when nobody else wants to. */
    public static final int ALWAYS = 19;

    private static final Logger LOG = LoggerFactory.getLogger(GiveWay.class);

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
                    giveWay(nice);
                    work.run();
                });
    }

    @SuppressWarnings("restricted") // The launcher allows it.
    private static void giveWay(int nice) {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MethodHandle setPriority =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("setpriority"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT));
        try {
            if ((int) setPriority.invokeExact(ONE_THREAD, ITSELF, nice) != 0) {
                LOG.debug("the system lets no thread give way");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("a system call throws nothing", e);
        }
    }
}
