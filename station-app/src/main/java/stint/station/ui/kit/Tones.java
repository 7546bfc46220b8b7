package stint.station.ui.kit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Short tones: one that rises for yes, two low ones for no; apart by rhythm as well as by pitch,
 * for ears that hear no high notes. A machine without a loudspeaker is silent. Any thread; played
 * by a thread of its own.
 */
public final class Tones implements Cues, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tones.class);

    private static final float RATE_HZ = 22_050;
    private static final AudioFormat FORMAT = new AudioFormat(RATE_HZ, 16, 1, true, false);
    private static final double VOLUME = 0.45;

    /** Each tone begins and ends softly, or it clicks. */
    private static final int FADE_MS = 8;

    /** A tone, or with 0 Hz a rest. */
    private record Note(double hz, int ms) {}

    private static final byte[] YES = samples(new Note(880, 70), new Note(1320, 110));
    private static final byte[] NO =
            samples(new Note(233, 140), new Note(0, 60), new Note(233, 220));

    private final BooleanSupplier on;
    private final ExecutorService player =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("tones").factory());
    private volatile boolean mute;

    /**
     * @param on whether tones are wanted now
     */
    public Tones(BooleanSupplier on) {
        this.on = on;
    }

    @Override
    public void accepted() {
        play(YES);
    }

    @Override
    public void refused() {
        play(NO);
    }

    private void play(byte[] samples) {
        if (mute || !on.getAsBoolean()) {
            return;
        }
        try {
            player.execute(() -> sound(samples));
        } catch (RejectedExecutionException e) {
            mute = true; // Closed: the kiosk is going away.
        }
    }

    private void sound(byte[] samples) {
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT, samples.length);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | RuntimeException e) {
            // A bench without a loudspeaker is no worse a bench; asking once is enough.
            mute = true;
            LOG.info("no sound on this machine: {}", e.getMessage());
        }
    }

    private static byte[] samples(Note... notes) {
        int length = 0;
        for (Note note : notes) {
            length += frames(note.ms());
        }
        byte[] samples = new byte[2 * length];
        int at = 0;
        for (Note note : notes) {
            int frames = frames(note.ms());
            int fade = frames(FADE_MS);
            for (int frame = 0; frame < frames; frame++) {
                double loud = Math.clamp((double) Math.min(frame, frames - frame) / fade, 0, 1);
                double wave = Math.sin(2 * Math.PI * note.hz() * frame / RATE_HZ);
                short sample = (short) (Short.MAX_VALUE * VOLUME * loud * wave);
                samples[at++] = (byte) sample;
                samples[at++] = (byte) (sample >> 8);
            }
        }
        return samples;
    }

    private static int frames(int ms) {
        return Math.round(RATE_HZ * ms / 1000);
    }

    /** Ends the thread; what sounds, sounds out. */
    @Override
    public void close() {
        player.shutdown();
    }
}
