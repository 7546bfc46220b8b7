package stint.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What the domain may know: the JDK, JSpecify, and nothing that gives two answers. */
class DomainRulesTest {

    private static final String DOMAIN = "stint.domain..";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("stint");

    /** Methods that read the machine's clock or its time zone, besides those of java.time. */
    private static final Set<String> CLOCK_READS =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.time.ZoneId.systemDefault",
                    "java.util.TimeZone.getDefault");

    @Test
    void theDomainKnowsTheJdkAndJspecifyAndNoMore() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", DOMAIN))
                .because(
                        "the rules of the shop floor outlive every library, and both the station"
                                + " and the server must replay them alike")
                .check(CLASSES);
    }

    @Test
    void theDomainTouchesNoDiskNoNetAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "java.io..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.net..",
                                "java.sql..",
                                "javax.."))
                .because(
                        "a decision is made from its arguments alone; reading and writing belong to"
                                + " the ports around the domain")
                .check(CLASSES);
    }

    @Test
    void theDomainIsToldTheTime() {
        noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .accessTargetWhere(readsTheClock())
                .because(
                        "time is an argument: a replay must give the same state on another day and"
                                + " on a bench whose clock is wrong")
                .check(CLASSES);
    }

    @Test
    void theDomainIsGivenItsIdsAndItsChance() {
        noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .accessTargetWhere(makesIdsOrChance())
                .because(
                        "ids are arguments: a command that is sent twice must decide the same"
                                + " events")
                .check(CLASSES);
    }

    @Test
    void onlyTheWireFormatKnowsJackson() {
        noClasses()
                .that(resideOutsideOfPackage("stint.wire.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson.."))
                .because(
                        "the wire format is a contract with stations already installed: it changes"
                                + " in one place, knowingly")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return DescribedPredicate.describe(
                "read a clock",
                access -> {
                    AccessTarget target = access.getTarget();
                    JavaClass owner = target.getOwner();
                    if (CLOCK_READS.contains(owner.getName() + "." + target.getName())) {
                        return true;
                    }
                    if (owner.isAssignableTo(java.time.Clock.class)
                            || owner.isAssignableTo(java.time.InstantSource.class)) {
                        return true;
                    }
                    if (owner.getPackageName().equals("java.time")
                            && target.getName().equals("now")) {
                        return true;
                    }
                    return owner.isEquivalentTo(java.util.Date.class);
                });
    }

    private static DescribedPredicate<JavaAccess<?>> makesIdsOrChance() {
        return DescribedPredicate.describe(
                "make an id or a random number",
                access -> {
                    AccessTarget target = access.getTarget();
                    JavaClass owner = target.getOwner();
                    return isCall(target, "java.util.UUID", "randomUUID")
                            || isCall(target, "java.lang.Math", "random")
                            || isCall(target, "java.util.Collections", "shuffle")
                            || owner.isAssignableTo(Random.class)
                            || owner.isAssignableTo(RandomGenerator.class)
                            || assignableTo("java.util.random.RandomGeneratorFactory").test(owner);
                });
    }

    private static boolean isCall(AccessTarget target, String owner, String name) {
        return target.getOwner().getName().equals(owner) && target.getName().equals(name);
    }
}
