package stint.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinsTest {

    private static final String EARLIER =
            "$argon2id$v=19$m=19456,t=2,p=1$v5m4rh1Sr5IFqwuwQ/qMWg"
                    + "$5J1usDNa7afAHfGZ+7bjb9G+7trwNs6eX0Khh4d3A/M";

    @Test
    void only_the_right_pin_is_right_and_equal_pins_have_different_hashes() {
        String hash = Pins.hash("274951".toCharArray());

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Pins.verify("274951".toCharArray(), hash)).isTrue();
        assertThat(Pins.verify("274952".toCharArray(), hash)).isFalse();
        assertThat(Pins.verify(new char[0], hash)).isFalse();
        assertThat(Pins.hash("274951".toCharArray())).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''",
                "plain",
                "$argon2id$v=19$x",
                "$2a$10$abc",
                "$argon2id$v=19$m=19456,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=1,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
            })
    void nobody_logs_in_with_a_text_that_is_no_hash(String text) {
        assertThat(Pins.verify("274951".toCharArray(), text)).isFalse();
    }

    /** Made by the library that hashed PINs before: nobody has to choose another one. */
    @Test
    void a_hash_of_an_earlier_release_is_read() {
        assertThat(Pins.verify("274951".toCharArray(), EARLIER)).isTrue();
        assertThat(Pins.verify("274952".toCharArray(), EARLIER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1234, TOO_SHORT",
        "111111, REPEATED",
        "123456, RUN",
        "987654, RUN",
        "12a456, NOT_DIGITS",
        "310199, DATE",
        "990131, DATE",
        "013199, DATE",
        "31011999, DATE",
        "25421231, DATE",
        "121212, PATTERN",
        "90909090, PATTERN",
        "475475, PATTERN",
        "1234567890123, TOO_LONG"
    })
    void a_pin_that_is_easy_to_guess_is_named(String pin, Pins.Weakness weakness) {
        assertThat(Pins.weakness(pin.toCharArray())).contains(weakness);
    }

    @Test
    void another_pin_will_do() {
        assertThat(Pins.weakness("274951".toCharArray())).isEmpty();
    }

    @Test
    void a_sealed_hash_is_of_use_with_its_pepper_alone() {
        Pepper pepper = Pepper.parse(new Pepper(new byte[Pepper.BYTES]).text());
        byte[] other = new byte[Pepper.BYTES];
        other[0] = 1;
        char[] pin = "274951".toCharArray();
        String sealed = pepper.seal(Pins.hash(pin));

        assertThat(sealed).doesNotContain("argon2").isEqualTo(pepper.seal(sealed));
        assertThat(Pins.verify(pin, sealed, pepper)).isTrue();
        assertThat(Pins.verify("274952".toCharArray(), sealed, pepper)).isFalse();
        assertThat(Pins.verify(pin, sealed, new Pepper(other))).isFalse();
        assertThat(Pins.verify(pin, sealed, null)).isFalse();
        assertThat(Pins.verify(pin, Pins.hash(pin), null)).isTrue();
    }
}
