package stint.installer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;

import org.slf4j.LoggerFactory;

import stint.installer.config.Settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The log file of a role, in its data directory: a file a day, at most 10 MB each, 14 days, 200 MB.
 * The console gets warnings only, and no stack traces ({@code logback.xml}).
 */
final class LogFile {

    private static final AtomicReference<Path> CURRENT = new AtomicReference<>();
    private static final int DAYS_KEPT = 14;

    private LogFile() {}

    /** Starts logging to {@code logs/ROLE.log} below the directory. */
    static void open(Path directory, String role, Settings.Log log) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Path file = directory.resolve("logs").resolve(role + ".log");

        Encoder<ILoggingEvent> encoder = log.json() ? new JsonEncoder() : lines();
        encoder.setContext(context);
        encoder.start();

        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder);

        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(directory.resolve("logs").resolve(role) + ".%d.%i.log.gz");
        rolling.setMaxFileSize(FileSize.valueOf("10MB"));
        rolling.setMaxHistory(DAYS_KEPT);
        rolling.setTotalSizeCap(FileSize.valueOf("200MB"));
        rolling.start();

        appender.setRollingPolicy(rolling);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        Level wanted = Level.toLevel(log.level());
        // What others say at DEBUG holds whole requests, with what proves who sent them.
        root.setLevel(wanted.isGreaterOrEqual(Level.INFO) ? wanted : Level.INFO);
        context.getLogger("stint").setLevel(wanted);
        CURRENT.set(file);
    }

    /** For people. */
    private static Encoder<ILoggingEvent> lines() {
        var encoder = new PatternLayoutEncoder();
        encoder.setPattern(
                "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"} %-5level [%thread] %logger{36} - %msg%n");
        return encoder;
    }

    /** Keeps warnings off the console too, for where things go wrong on purpose. */
    static void quietConsole() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
    }

    /** The file logged to, if there is one. */
    static Optional<Path> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
