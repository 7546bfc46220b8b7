/**
 * What the fold costs, beside a naive one in the same run: {@code mvn -Pjmh -pl shared-model -am
 * verify}.
 */
@NullMarked
package stint.bench.jmh;

import org.jspecify.annotations.NullMarked;
