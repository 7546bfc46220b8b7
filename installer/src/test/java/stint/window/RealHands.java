package stint.window;

import static org.junit.jupiter.api.Assumptions.abort;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keys and clicks as the X server gets them from real devices. */
@SuppressWarnings("restricted") // Native calls; the tests grant them.
final class RealHands implements AutoCloseable {

    static final int RETURN = 0xff0d;
    static final int F12 = 0xffc9;
    private static final int SHIFT = 0xffe1;

    private static final long SCANNER_GAP_MS = 4;
    private static final long PERSON_GAP_MS = 120;

    private final Arena arena = Arena.ofShared();
    private final SymbolLookup x11;
    private final SymbolLookup test;
    private final MemorySegment display;

    /** At a display; where the system's library is missing, the test is skipped. */
    RealHands(String name) {
        x11 = library("libX11.so.6", "libx11-6");
        test = library("libXtst.so.6", "libxtst6");
        display =
                (MemorySegment)
                        call(x11, "XOpenDisplay", ADDRESS, arena.allocateFrom(name)).orElseThrow();
    }

    private SymbolLookup library(String file, String debian) {
        try {
            return SymbolLookup.libraryLookup(file, arena);
        } catch (IllegalArgumentException e) {
            return abort(
                    "Skipped: %s is missing, so no real window was tried; apt install %s."
                            .formatted(file, debian));
        }
    }

    /** As fast as a wedge scanner, Enter at the end. */
    void scan(String code) {
        write(code, SCANNER_GAP_MS);
        press(RETURN);
    }

    /** As a person. */
    void type(String text) {
        write(text, PERSON_GAP_MS);
    }

    private void write(String text, long gapMs) {
        text.chars()
                .forEach(character -> {
                    boolean upper = Character.isUpperCase(character);
                    if (upper) {
                        key(SHIFT, true);
                    }
                    press(character);
                    if (upper) {
                        key(SHIFT, false);
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(gapMs));
                });
    }

    /** One key, by its X11 keysym; that of a Latin letter is its character. */
    void press(int keysym) {
        key(keysym, true);
        key(keysym, false);
    }

    private void key(int keysym, boolean down) {
        MemoryLayout result = JAVA_INT;
        int code =
                (int) call(x11, "XKeysymToKeycode", result, display, (long) keysym).orElseThrow()
                        & 0xff;
        call(test, "XTestFakeKeyEvent", JAVA_INT, display, code, down ? 1 : 0, 0L);
        flush();
    }

    /** A finger on a point of the panel. */
    void touch(int x, int y) {
        call(test, "XTestFakeMotionEvent", JAVA_INT, display, -1, x, y, 0L);
        call(test, "XTestFakeButtonEvent", JAVA_INT, display, 1, 1, 0L);
        call(test, "XTestFakeButtonEvent", JAVA_INT, display, 1, 0, 0L);
        flush();
    }

    private void flush() {
        call(x11, "XFlush", JAVA_INT, display);
    }

    private static java.util.Optional<Object> call(
            SymbolLookup library, String name, MemoryLayout result, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int index = 0; index < arguments.length; index++) {
            layouts[index] =
                    switch (arguments[index]) {
                        case Integer number -> JAVA_INT;
                        case Long number -> JAVA_LONG;
                        default -> ADDRESS;
                    };
        }
        try {
            return java.util.Optional.ofNullable(
                    Linker.nativeLinker()
                            .downcallHandle(
                                    library.findOrThrow(name),
                                    FunctionDescriptor.of(result, layouts))
                            .invokeWithArguments(arguments));
        } catch (Throwable e) {
            throw new IllegalStateException(name + " failed", e);
        }
    }

    @Override
    public void close() {
        call(x11, "XCloseDisplay", JAVA_INT, display);
        arena.close();
    }
}
