package stint.station.ui;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/**
 * Reference pictures under {@code docs/pictures/kiosk}, small by a palette. With {@code
 * -Dpictures=write} they are made; else a picture is compared with its own, in blocks, so that
 * another machine's way to smooth letters is no difference, and a word or a button that moved is.
 */
final class PictureBook {

    static final Path REFERENCES = Path.of("docs", "pictures", "kiosk");

    private static final Path KEPT = Path.of("target", "pictures");
    static final boolean WRITES = "write".equals(System.getProperty("pictures"));
    private static final int COLOURS = 20;
    private static final int BLOCK = 8;

    /** How far a block's mean may be off, of 255. */
    private static final int BLOCK_OFF_MAX = 40;

    /** How many blocks may be further off, of a thousand. */
    private static final double BLOCKS_OFF_MAX = 4;

    private final String folder;
    private final List<String> differing = new ArrayList<>();

    /**
     * @param folder of one language and size
     */
    PictureBook(String folder) {
        this.folder = folder;
    }

    /** What differs so far, a line each. */
    List<String> differing() {
        return differing;
    }

    /** Makes or compares a picture. */
    void check(String name, BufferedImage picture) throws IOException {
        Path reference = REFERENCES.resolve(folder).resolve(name + ".png");
        if (WRITES) {
            write(reference, reduced(picture));
            return;
        }
        keep("kiosk-" + folder + "-" + name, picture);
        if (!Files.exists(reference)) {
            differing.add(reference + " is missing; -Dpictures=write makes it");
            return;
        }
        double off = off(ImageIO.read(reference.toFile()), picture);
        if (off > BLOCKS_OFF_MAX) {
            differing.add(
                    "%s: %.1f of 1000 blocks differ; see target/pictures"
                            .formatted(reference, off));
        }
    }

    /** Keeps a picture in {@code target/pictures}. */
    static void keep(String name, BufferedImage picture) throws IOException {
        write(KEPT.resolve(name + ".png"), picture);
    }

    private static void write(Path file, BufferedImage picture) throws IOException {
        Files.createDirectories(file.getParent());
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("this Java writes no PNG");
        }
    }

    /** Blocks that differ, of a thousand. */
    static double off(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1000;
        }
        int blocks = 0;
        int off = 0;
        for (int y = 0; y + BLOCK <= one.getHeight(); y += BLOCK) {
            for (int x = 0; x + BLOCK <= one.getWidth(); x += BLOCK) {
                blocks++;
                off += Math.abs(mean(one, x, y) - mean(other, x, y)) > BLOCK_OFF_MAX ? 1 : 0;
            }
        }
        return 1000.0 * off / blocks;
    }

    private static int mean(BufferedImage picture, int left, int top) {
        int sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                int rgb = picture.getRGB(x, y);
                sum += ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
            }
        }
        return sum / (BLOCK * BLOCK);
    }

    /** With a palette of its most frequent colours; the others are drawn in the nearest of them. */
    private static BufferedImage reduced(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        int[] palette =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<Integer, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                        .limit(COLOURS)
                        .mapToInt(Map.Entry::getKey)
                        .toArray();
        IndexColorModel colours =
                new IndexColorModel(
                        8,
                        palette.length,
                        palette,
                        0,
                        false,
                        -1,
                        java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage reduced =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        colours);
        // Not drawn, which would scatter dots to make up for missing colours, and so be larger.
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y) & 0xffffff;
                reduced.getRaster()
                        .setSample(
                                x,
                                y,
                                0,
                                nearest.computeIfAbsent(rgb, colour -> nearest(palette, colour)));
            }
        }
        return reduced;
    }

    private static int nearest(int[] palette, int rgb) {
        int best = 0;
        for (int index = 1; index < palette.length; index++) {
            if (distance(palette[index], rgb) < distance(palette[best], rgb)) {
                best = index;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
