package stint.installer.config;

/**
 * A configuration that can't be used; the message names the file, line and key, and says what to
 * do.
 */
public final class ConfigProblem extends Exception {

    ConfigProblem(String message) {
        super(message);
    }
}
