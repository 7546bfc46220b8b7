package stint.installer.scenario;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Reason;
import stint.domain.work.Command;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads scenario files; the README beside the scenarios describes their form. */
public final class ScenarioReader {

    private static final Set<String> KEYS =
            Set.of("name", "source", "rules", "zone", "day", "setup", "steps", "expect", "note");

    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @throws ScenarioException when it can't be read, naming the place
     */
    public static Scenario read(Path file) throws ScenarioException {
        try {
            return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new ScenarioException(file + ": there is no such file");
        } catch (MalformedInputException e) {
            throw new ScenarioException(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new ScenarioException(file + ": can't be read (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads a text.
     *
     * @param name what messages call it
     * @throws ScenarioException when it can't be read, naming the place
     */
    public static Scenario read(String name, String json) throws ScenarioException {
        Node root;
        try {
            var options =
                    ConfigParseOptions.defaults()
                            .setSyntax(ConfigSyntax.JSON)
                            .setOriginDescription(name);
            root =
                    new Node(
                            name,
                            "$",
                            ConfigFactory.parseReader(new StringReader(json), options).root());
        } catch (ConfigException e) {
            throw new ScenarioException(String.valueOf(e.getMessage()));
        }
        return scenario(root.only(KEYS));
    }

    private static Scenario scenario(Node root) throws ScenarioException {
        FloorTime time =
                new FloorTime(
                        root.get("zone").parsed(ZoneId::of),
                        root.get("day").parsed(LocalDate::parse));
        Node setup = root.get("setup");
        Names names = Setup.names(setup);
        List<Step> steps = new Steps(names, time).read(root.get("steps").items());
        String source = root.find("source", Node::text);
        return new Scenario(
                root.get("name").text(),
                source == null ? "" : source,
                root.list("rules", ScenarioReader::rule),
                time,
                names.operators(),
                Setup.pins(setup),
                names.stations(),
                reasons(setup.list("reasons", Setup::reason), steps),
                names.jobs(),
                steps,
                expectation(root, names));
    }

    private static String rule(Node node) throws ScenarioException {
        String id = node.text();
        if (!id.matches("[A-Z]{2,3}-\\d{1,2}")) {
            throw node.problem("a rule's id is written OS-5, not \"" + id + "\"");
        }
        return id;
    }

    private static @Nullable Expectation expectation(Node root, Names names)
            throws ScenarioException {
        Node expect = root.find("expect");
        return expect == null ? null : Expectation.read(expect, names);
    }

    /** The reasons of the setup, and those that only steps name, with their code for a label. */
    private static List<Reason> reasons(List<Reason> listed, List<Step> steps) {
        List<Reason> all = new ArrayList<>(listed);
        for (Step step : steps) {
            if (step instanceof Step.Work work) {
                switch (work.command()) {
                    case Command.Hold hold when hold.reason() != null ->
                            add(all, hold.reason(), Reason.Kind.HOLD);
                    case Command.Scrap scrap -> add(all, scrap.reason(), Reason.Kind.SCRAP);
                    default -> {}
                }
            }
        }
        return all;
    }

    private static void add(List<Reason> all, String code, Reason.Kind kind) {
        boolean known =
                all.stream()
                        .anyMatch(reason -> reason.code().equals(code) && reason.kind() == kind);
        if (!known) {
            all.add(new Reason(code, kind, Map.of("en", code)));
        }
    }
}
