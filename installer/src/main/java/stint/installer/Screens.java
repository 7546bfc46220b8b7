package stint.installer;

import javafx.application.Platform;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Starts JavaFX where there is a screen, and says why where there is none. What is missing is found
 * before JavaFX starts: once it has failed, it can't be started in this process again, not even to
 * draw in memory.
 */
@SuppressWarnings("restricted") // Native look-ups; the launcher grants them to JavaFX anyway.
public final class Screens {

    /** The libraries of JavaFX's windows on Linux, with the Debian package that has each. */
    private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put("libgtk-3.so.0", "libgtk-3-0");
        LIBRARIES.put("libX11.so.6", "libx11-6");
        LIBRARIES.put("libXtst.so.6", "libxtst6");
        LIBRARIES.put("libXxf86vm.so.1", "libxxf86vm1");
    }

    private static final int START_SECONDS_MAX = 60;

    /** Done when the process begins to end. */
    private static final CompletableFuture<Void> ENDING = new CompletableFuture<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Screens::end, "windows-end"));
    }

    private Screens() {}

    /** Why no window can be shown here, as a sentence; empty where one can. */
    static Optional<String> whatIsMissing() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                || inMemory()) {
            return Optional.empty();
        }
        String display = System.getenv("DISPLAY");
        if (display == null || display.isBlank()) {
            return Optional.of("There is no display: DISPLAY is not set.");
        }
        for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
            if (!loads(library.getKey())) {
                return Optional.of(
                        "The system library %s is missing, which windows need; on Debian and Ubuntu: apt install %s."
                                .formatted(library.getKey(), library.getValue()));
            }
        }
        return opens()
                ? Optional.empty()
                : Optional.of("The display " + display + " can't be opened.");
    }

    /**
     * Makes JavaFX draw in memory, with no system library at all. Before anything of JavaFX is
     * touched.
     */
    public static void useMemory(int width, int height) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("headless.geometry", width + "x" + height + "-32");
    }

    /** Starts JavaFX; it stays until the process ends, with windows or without. */
    public static void start() throws Complaints.Plain {
        var missing = whatIsMissing();
        if (missing.isPresent()) {
            throw new Complaints.Plain(Complaints.NO_SCREEN, missing.get());
        }
        CountDownLatch started = new CountDownLatch(1);
        try {
            begin(started::countDown);
            Platform.setImplicitExit(false);
            if (!started.await(START_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new Complaints.Plain(Complaints.NO_SCREEN, "The display does not answer.");
            }
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw new Complaints.Plain(
                    Complaints.NO_SCREEN, "No window can be shown here: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaints.Plain(Complaints.NO_SCREEN, "Interrupted.");
        }
    }

    private static void begin(Runnable started) {
        try {
            Platform.startup(started);
        } catch (IllegalStateException e) {
            // It runs already: then only the answer is missing.
            Platform.runLater(started);
        }
    }

    /** Work that is done on the FX thread and may fail. */
    public interface Work<T> {
        T run() throws Exception;
    }

    private static void end() {
        if (inMemory()) {
            // There JavaFX draws on when it has ended, and prints a trace each time it can't.
            System.setErr(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
        ENDING.complete(null);
    }

    /** The process ends; JavaFX has ended by itself, and the windows with it. */
    public static final class GoneException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private GoneException() {
            super("the process ends");
        }
    }

    /**
     * Does something on the FX thread and waits for it.
     *
     * @throws GoneException when the process ends: then nobody may answer any more
     */
    public static <T> T onFx(Work<T> work) {
        var task = new FutureTask<>(work::run);
        var done = CompletableFuture.runAsync(task, Platform::runLater);
        try {
            CompletableFuture.anyOf(done, ENDING).get(START_SECONDS_MAX, TimeUnit.SECONDS);
            if (!task.isDone()) {
                throw new GoneException();
            }
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a window failed: " + e.getCause(), e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the windows do not answer", e);
        }
    }

    private static boolean inMemory() {
        return "Monocle".equals(System.getProperty("glass.platform"));
    }

    private static boolean loads(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the X server named by DISPLAY answers. */
    private static boolean opens() {
        try {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
            MethodHandle open =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    x11.findOrThrow("XOpenDisplay"),
                                    FunctionDescriptor.of(
                                            ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle close =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    x11.findOrThrow("XCloseDisplay"),
                                    FunctionDescriptor.of(
                                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.address() == 0) {
                return false;
            }
            int closed = (int) close.invokeExact(display);
            return closed == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the display can't be tried", e);
        }
    }
}
