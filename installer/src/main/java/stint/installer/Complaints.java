package stint.installer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import stint.installer.config.ConfigProblem;
import stint.installer.scenario.ScenarioException;

/** Says to a person what went wrong, in a sentence; the stack trace goes to the log file. */
final class Complaints implements IExecutionExceptionHandler {

    /** What a command exits with when there is no screen for its window. */
    static final int NO_SCREEN = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

    /** A failure that a person can do something about; its message is a sentence for them. */
    static final class Plain extends Exception {

        private final int exitCode;

        Plain(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        return switch (failure) {
            case ConfigProblem problem -> say(line, problem, CommandLine.ExitCode.USAGE);
            case ScenarioException problem -> say(line, problem, CommandLine.ExitCode.USAGE);
            case Plain problem -> say(line, problem, problem.exitCode);
            default -> {
                LOG.error("{} failed", line.getCommandName(), failure);
                String where = LogFile.current().map(file -> "; details are in " + file).orElse("");
                line.getErr().println("stint: failed: " + reason(failure) + where);
                yield CommandLine.ExitCode.SOFTWARE;
            }
        };
    }

    private static int say(CommandLine line, Exception problem, int exitCode) {
        line.getErr().println("stint: " + problem.getMessage());
        return exitCode;
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return message == null ? kind : kind + ", " + message.lines().findFirst().orElse("");
    }
}
