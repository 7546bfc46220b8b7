package stint.installer.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PlanLoadTest {

    @Test
    void DP_4_DP_6_planning_is_measured_each_beside_its_floor() throws Exception {
        PlanReport report = PlanLoad.measure(2, 8, "SITE");

        assertThat(report.start().whole().medianMs()).isPositive();
        assertThat(report.server().whole().medianMs()).isPositive();
        assertThat(report.bench().whole().medianMs()).isPositive();
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        assertThat(text.toString())
                .contains("2 orders of 1,000 pieces", "2,000 pieces in production", "floor");
    }
}
