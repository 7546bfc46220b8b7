package stint.installer;

import java.nio.file.Path;

/** The Java that runs this, to start another process with. */
public final class ThisJava {

    private ThisJava() {}

    /** Its command. */
    public static String command() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
