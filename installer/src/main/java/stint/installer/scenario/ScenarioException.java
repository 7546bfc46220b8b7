package stint.installer.scenario;

/** A scenario that can't be read; the message names the file, the line and the JSON path. */
public final class ScenarioException extends Exception {

    ScenarioException(String file, int line, String path, String problem) {
        super(file + ":" + line + ": " + path + ": " + problem);
    }

    ScenarioException(String problem) {
        super(problem);
    }
}
