package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.installer.config.Settings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint person}: makes somebody known, the first administrator too. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = {
            "Make a person known to the site, with a role: so the first administrator comes about."
                + " Then give them a PIN with \"stint pin\". Somebody who is known already keeps"
                + " their PIN; all else is as you say now."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint person 9001 --name \"Suda Prasert\" --role admin",
            "  stint person 1007 --name \"ช่างใหม่\" --language th",
            "",
            "Run it at the server, as the server's user, while the server runs."
        })
final class PersonCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "CODE", description = "The worker code they log in with.")
    private String code = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Their name.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "operator, supervisor, planner or admin; operator when left out.")
    private Role role = Role.OPERATOR;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "en, th, he or ru; en when left out.")
    private String language = "en";

    @Option(
            names = "--public-name",
            paramLabel = "NAME",
            description = "What customers may read, if they agree to it.")
    private @Nullable String publicName;

    PersonCommand() {}

    @Override
    public Integer call() throws Exception {
        OperatorCode person = Consoles.person(code);
        if (!List.of("en", "th", "he", "ru").contains(language)) {
            throw new Complaints.Plain(2, "a language is en, th, he or ru, not " + language + ".");
        }
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        try (ServerClient console = Consoles.open(settings)) {
            console.plan(
                    List.of(
                            new PlanFact.OperatorRegistered(
                                    new Operator(person, name, language, role, publicName, null))));
            spec.commandLine()
                    .getOut()
                    .printf("%s is known. A PIN, if they have none: stint pin %s%n", name, person);
        } catch (ServerClient.RefusedException e) {
            throw new Complaints.Plain(1, "the server refuses: " + e.getMessage() + ".");
        }
        return 0;
    }
}
