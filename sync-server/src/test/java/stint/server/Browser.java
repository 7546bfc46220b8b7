package stint.server;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

/** A real Chromium without a window, driven by a test. Nothing of it is ever downloaded. */
final class Browser implements AutoCloseable {

    /** Tests that draw pages: what they see is the same whatever the store, so they run once. */
    static final String TAG = "browser";

    static final Path PICTURES = Path.of("target", "pictures");

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private static final String MISSING =
            "there is no Chromium with its driver: apt-get install chromium chromium-driver, or"
                    + " name them in STINT_CHROMIUM and STINT_CHROMEDRIVER";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(25);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Opens one with a profile of its own. Where there is no Chromium the test is skipped and says
     * what to install.
     */
    static Browser open(Path profile, String... more) {
        Path chromium = find("STINT_CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        Path driver = find("STINT_CHROMEDRIVER", "chromedriver");
        if (chromium == null || driver == null) {
            LOG.warn("A test is skipped: {}", MISSING); // Surefire does not say why.
        }
        Assumptions.assumeTrue(chromium != null && driver != null, MISSING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Objects.requireNonNull(chromium).toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + profile.toAbsolutePath());
        options.addArguments(more);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Objects.requireNonNull(driver).toFile())
                        .usingAnyFreePort()
                        .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Path find(String variable, String... names) {
        String named = System.getenv(variable);
        if (named != null) {
            return Path.of(named);
        }
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** The size of what is seen, in CSS pixels. */
    Browser size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        return this;
    }

    /** What the person prefers: dark or light. */
    Browser prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    Browser withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    Browser go(URI address) {
        driver.get(address.toString());
        return this;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The text of the first that matches; empty where none does. */
    String text(String css) {
        return texts(css).stream().findFirst().orElse("");
    }

    /** The texts of all that match, read at one moment: the stream replaces elements at any. */
    List<String> texts(String css) {
        Object found =
                run(
                        "return [...document.querySelectorAll(arguments[0])]"
                                + ".map(e => e.innerText.trim());",
                        css);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Waits until something holds; what is not there yet does not. */
    <T> T until(String what, Function<Browser, T> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                T found = condition.apply(this);
                if (found != null && !Boolean.FALSE.equals(found)) {
                    return found;
                }
            } catch (WebDriverException e) {
                // Not there yet, or just being replaced.
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(what, e);
                }
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Whether anything is wider than the screen, so that one would have to scroll sideways. */
    boolean overflows() {
        return (Boolean)
                run(
                        "const e = document.documentElement;"
                                + "return e.scrollWidth > e.clientWidth + 1;");
    }

    /** A picture of what is seen. */
    Browser picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        return this;
    }

    /** A picture of the whole page, however long. */
    Browser longPicture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Object data =
                driver.executeCdpCommand(
                                "Page.captureScreenshot",
                                Map.of("format", "png", "captureBeyondViewport", true))
                        .get("data");
        Files.write(
                PICTURES.resolve(name + ".png"),
                java.util.Base64.getDecoder().decode(String.valueOf(data)));
        return this;
    }

    /** The faults that keep people from using the page, by the word of axe-core. */
    List<String> seriousFaults() throws IOException {
        String axe = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (var in = Browser.class.getResourceAsStream(axe)) {
            driver.executeScript(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found =
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run(document, { resultTypes: ['violations'] })"
                                + ".then(r => done(r.violations"
                                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3)"
                                + ".map(n => n.target.join(' ') + ' ' + n.failureSummary)"
                                + ".join('; '))));");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
