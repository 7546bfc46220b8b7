package stint.installer;

import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Keeps pictures of windows. */
public final class Windows {

    private Windows() {}

    /** Draws a scene to a PNG file. Any thread but the FX thread. */
    public static void picture(Scene scene, Path file) throws IOException {
        WritableImage image = Screens.onFx(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        WritablePixelFormat<IntBuffer> format = PixelFormat.getIntArgbInstance();
        image.getPixelReader().getPixels(0, 0, width, height, format, pixels, 0, width);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!ImageIO.write(copy, "png", file.toFile())) {
            throw new IOException("this Java writes no PNG");
        }
    }
}
