package stint.installer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PagesLoadTest {

    @Test
    void BD_1_TR_1_what_those_wait_who_look_is_measured() throws Exception {
        PagesReport report = PagesLoad.measure(new PagesOrder(3, 2, 4, 2, 20), "SITE");

        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text, true));
        assertThat(text.toString())
                .contains("3 web boards and 2 JavaFX boards", "to a web board", "to a JavaFX board")
                .contains("200 pieces", "a customer's page", "floor");
        assertThat(report.taps().web().medianMs()).isPositive();
        assertThat(report.customers().page().medianMs()).isPositive();
    }

    @Test
    void withNobodyWhoLooksThereIsNothingToMeasure() {
        assertThatThrownBy(() -> new PagesOrder(0, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
