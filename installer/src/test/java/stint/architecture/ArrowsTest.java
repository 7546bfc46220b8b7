package stint.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which part of the program may know which, seen from the module that knows them all. */
class ArrowsTest {

    private static final String[] SHARED = {
        "stint.domain..",
        "stint.wire..",
        "stint.board..",
        "stint.sql..",
        "stint.clock..",
        "stint.journal..",
        "stint.sync..",
        "stint.credential.."
    };
    private static final String STATION = "stint.station..";
    private static final String SERVER = "stint.server..";
    private static final String INSTALLER = "stint.installer..";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("stint");

    @Test
    void everyClassHasItsPlace() {
        classes()
                .should()
                .resideInAnyPackage(
                        "stint.domain..",
                        "stint.wire..",
                        "stint.board..",
                        "stint.sql..",
                        "stint.clock..",
                        "stint.journal..",
                        "stint.sync..",
                        "stint.credential..",
                        STATION,
                        SERVER,
                        INSTALLER)
                .because("a package that no rule names is a package that no rule guards")
                .check(CLASSES);
    }

    @Test
    void allModulesAreSeen() {
        for (String part : new String[] {"domain", "wire", "sql", "station", "server"}) {
            assertThat(CLASSES.containPackage("stint." + part))
                    .as("classes of stint.%s on the class path of this test", part)
                    .isTrue();
        }
    }

    @Test
    void theSharedModelKnowsNoneOfItsUsers() {
        noClasses()
                .that()
                .resideInAnyPackage(SHARED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STATION, SERVER, INSTALLER)
                .because("what both sides share must not change with either of them")
                .check(CLASSES);
    }

    @Test
    void theDomainKnowsNeitherWireNorSql() {
        noClasses()
                .that()
                .resideInAPackage("stint.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("stint.wire..", "stint.sql..")
                .because("how an event is written down is no business of the rules that made it")
                .check(CLASSES);
    }

    @Test
    void theStationKnowsNoServer() {
        noClasses()
                .that()
                .resideInAPackage(STATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVER, INSTALLER)
                .because("a station works alone; what it knows of a server is the wire format")
                .check(CLASSES);
    }

    @Test
    void theServerKnowsNoStation() {
        noClasses()
                .that()
                .resideInAPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STATION, INSTALLER)
                .because("stations of several releases talk to one server, by the wire format only")
                .check(CLASSES);
    }

    @Test
    void theServerDrawsNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(SERVER)
                .or()
                .resideInAnyPackage(SHARED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("a server runs where there is no screen")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that(describe("are no package-info", c -> !isPackageInfo(c)))
                .should(resideInANullMarkedPackage())
                .because("only there does the build refuse a null that was not announced")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info says @NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                String message =
                        javaClass.getName() + ": package is " + (marked ? "" : "not ") + "marked";
                events.add(new SimpleConditionEvent(javaClass, marked, message));
            }
        };
    }

    private static boolean isPackageInfo(JavaClass javaClass) {
        return javaClass.getSimpleName().equals("package-info");
    }
}
