package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.floor.FloorFold;
import stint.domain.plan.Operator;
import stint.domain.plan.Product;
import stint.domain.plan.Role;

/** What customers may hear of: products, and names by consent. */
class CustomerTest {

    private static final OperatorCode A = new OperatorCode("A");

    private final TestFloor floor = TestFloor.withBenches("BENCH-1");

    private FloorFold bench() {
        return floor.replica("BENCH-1");
    }

    private void consents(String name) {
        floor.pass(1000).plan(new PlanFact.PublicNameConsented(A, name, "A"));
    }

    private void withdraws() {
        floor.pass(1000).plan(new PlanFact.PublicNameWithdrawn(A, "A"));
    }

    private void registers(String publicName) {
        floor.pass(1000)
                .plan(
                        new PlanFact.OperatorRegistered(
                                new Operator(A, "ช่าง A", "th", Role.OPERATOR, publicName, null)));
    }

    @Test
    void TR_1_without_consent_a_person_has_no_public_name() {
        assertThat(bench().publicName(A)).isEmpty();
        assertThat(bench().view().publicName(A)).isEmpty();
    }

    @Test
    void TR_1_a_name_is_public_from_the_consent_on_until_it_is_withdrawn() {
        consents("Khun A");
        assertThat(bench().view().publicName(A)).contains("Khun A");
        consents("Khun Ae");
        assertThat(bench().view().publicName(A)).contains("Khun Ae");
        withdraws();
        assertThat(bench().view().publicName(A)).isEmpty();
        consents("Khun A");
        assertThat(bench().view().publicName(A)).contains("Khun A");
    }

    @Test
    void TR_1_what_was_withdrawn_does_not_come_back_with_a_registration() {
        registers("Khun A");
        assertThat(bench().publicName(A)).as("the consent on file").contains("Khun A");
        withdraws();
        registers("Khun A");

        assertThat(bench().publicName(A)).isEmpty();
        assertThat(FloorFold.of(bench().export()).publicName(A))
                .as("nor with a fold that goes on from an export")
                .isEmpty();
    }

    @Test
    void TR_1_a_bench_consents_for_nobody() {
        floor.force("BENCH-1", "A", new PlanFact.PublicNameConsented(A, "Khun A", "A"));

        assertThat(bench().publicName(A)).isEmpty();
    }

    @Test
    void TR_1_a_product_is_what_was_last_said_of_it() {
        floor.plan(new PlanFact.ProductDefined(new Product("TOTE", "Tote", null, null, null)));
        floor.pass(1000)
                .plan(
                        new PlanFact.ProductDefined(
                                new Product(
                                        "TOTE",
                                        "Tote bag",
                                        "09506000134352",
                                        null,
                                        null,
                                        "Maison")));

        assertThat(bench().product("TOTE").map(Product::gtin)).contains("09506000134352");
        assertThat(FloorFold.of(bench().export()).view().product("TOTE").map(Product::name))
                .contains("Tote bag");
    }
}
