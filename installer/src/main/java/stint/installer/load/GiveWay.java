package stint.installer.load;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that stand for other machines, and so give way to the server on this one: they run as
 * "nice 19". Where a system other than Linux is loaded, they compete with it.
 */
final class GiveWay {

    private static final Logger LOG = LoggerFactory.getLogger(GiveWay.class);

    private static final int ONE_THREAD = 0;
    private static final int ITSELF = 0;
    private static final int LAST = 19;

    private GiveWay() {}

    /** Makes such threads. */
    static ThreadFactory threads() {
        return work ->
                Thread.ofPlatform()
                        .unstarted(() -> {
                            giveWay();
                            work.run();
                        });
    }

    private static void giveWay() {
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
            int failed = (int) setPriority.invokeExact(ONE_THREAD, ITSELF, LAST);
            if (failed != 0) {
                LOG.warn("the benches do not give way: the server shows as slower than it is");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the system's own call can't throw", e);
        }
    }
}
