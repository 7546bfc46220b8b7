package stint.window;

import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/** An X server of its own, whose pixels lie in a file: what a person at the panel would see. */
final class RealDisplay implements AutoCloseable {

    /** Not what a window takes by itself: a kiosk fills whatever panel there is. */
    static final int WIDTH = 1366;

    static final int HEIGHT = 768;

    private static final long PATIENCE_S = 90;
    private static final long LOOK_AGAIN_MS = 50;

    /** A screen that changes no more for so long is drawn. */
    private static final long SETTLED_MS = 600;

    /** A window has more colours than an empty display. */
    private static final int COLOURS_MIN = 12;

    private final Process server;
    private final String name;
    private final Path pixels;

    private RealDisplay(Process server, String name, Path pixels) {
        this.server = server;
        this.name = name;
        this.pixels = pixels;
    }

    /** Starts it; where that can't be, the test is skipped, and says why. */
    static RealDisplay open(Path directory) throws IOException {
        Path frames = Files.createDirectories(directory.resolve("frames"));
        Path log = directory.resolve("xvfb.log");
        Process server;
        try {
            server =
                    new ProcessBuilder(
                                    "Xvfb",
                                    "-displayfd",
                                    "1",
                                    "-screen",
                                    "0",
                                    WIDTH + "x" + HEIGHT + "x24",
                                    "-nolisten",
                                    "tcp",
                                    "-fbdir",
                                    frames.toString())
                            .redirectError(log.toFile())
                            .start();
        } catch (IOException e) {
            return abort(
                    "Skipped: Xvfb is not installed, so no real window was tried;"
                            + " on Debian and Ubuntu: apt install xvfb.");
        }
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        String number = said.readLine();
        if (number == null) {
            return abort("Skipped: Xvfb does not start here: " + Files.readString(log));
        }
        return new RealDisplay(server, ":" + number.strip(), frames.resolve("Xvfb_screen0"));
    }

    /** As in the variable DISPLAY. */
    String name() {
        return name;
    }

    /** What is on it now. */
    BufferedImage seen() throws IOException {
        ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(pixels)).order(ByteOrder.BIG_ENDIAN);
        int colours = dump.getInt(76);
        int start = dump.getInt(0) + 12 * colours;
        int line = dump.getInt(48);
        dump.order(dump.getInt(28) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, dump.getInt(start + y * line + 4 * x));
            }
        }
        return image;
    }

    /** Keeps what is on it in {@code target/pictures}. */
    void keep(String picture) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        ImageIO.write(seen(), "png", folder.resolve(picture + ".png").toFile());
    }

    /** Waits until something is drawn and nothing changes any more. */
    void settle(Process kiosk) throws Exception {
        byte[][] last = {new byte[0]};
        long[] since = {System.nanoTime()};
        until(
                "the window is drawn",
                kiosk,
                () -> {
                    byte[] now = frame();
                    if (!java.util.Arrays.equals(now, last[0])) {
                        last[0] = now;
                        since[0] = System.nanoTime();
                    }
                    long still = System.nanoTime() - since[0];
                    return still > TimeUnit.MILLISECONDS.toNanos(SETTLED_MS) && isWindow();
                });
    }

    /** Does something, and waits until that is seen. */
    void after(Process kiosk, Runnable act) throws Exception {
        byte[] before = frame();
        act.run();
        until("something changes", kiosk, () -> !java.util.Arrays.equals(frame(), before));
        settle(kiosk);
    }

    private boolean isWindow() {
        try {
            BufferedImage image = seen();
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < HEIGHT; y += 3) {
                for (int x = 0; x < WIDTH; x += 3) {
                    colours.add(image.getRGB(x, y));
                }
            }
            return colours.size() >= COLOURS_MIN;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] frame() {
        try {
            return Files.readAllBytes(pixels);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits, as long as the kiosk runs. */
    void until(String what, Process kiosk, BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!holds.getAsBoolean()) {
            if (!kiosk.isAlive()) {
                throw new IllegalStateException("the kiosk ended with " + kiosk.exitValue());
            }
            if (System.nanoTime() > end) {
                keep("window-failed");
                throw new IllegalStateException("waited in vain: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MS));
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
