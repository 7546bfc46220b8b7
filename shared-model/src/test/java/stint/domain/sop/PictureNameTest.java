package stint.domain.sop;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import stint.domain.event.Codes;

import java.util.Arrays;
import java.util.Locale;

/** A picture's name says what is in it (SOP-1, SOP-2). */
class PictureNameTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 7};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 7};

    @Test
    void SOP_1_the_same_contents_have_the_same_name_and_others_another() {
        String name = PictureName.of(PNG).orElseThrow();
        byte[] other = PNG.clone();
        other[8]++;

        assertThat(PictureName.isOne(name)).isTrue();
        assertThat(Codes.isCode(name)).isTrue();
        assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT)).endsWith(".png");
        assertThat(PictureName.of(PNG.clone())).hasValue(name);
        assertThat(PictureName.of(other)).isPresent().get().isNotEqualTo(name);
        assertThat(PictureName.of(JPEG).map(PictureName::mediaType)).hasValue("image/jpeg");
        assertThat(PictureName.mediaType(name)).isEqualTo("image/png");
    }

    @Test
    void what_is_no_picture_or_too_large_has_none() {
        assertThat(PictureName.of(new byte[0])).isEmpty();
        assertThat(PictureName.of("<svg/>".getBytes(UTF_8))).isEmpty();
        assertThat(PictureName.of(Arrays.copyOf(PNG, PictureName.BYTES_MAX))).isPresent();
        assertThat(PictureName.of(Arrays.copyOf(PNG, PictureName.BYTES_MAX + 1))).isEmpty();
        assertThat(PictureName.isOne("blade.png")).isFalse();
        assertThat(PictureName.isOne("../" + PictureName.of(PNG).orElseThrow())).isFalse();
    }

    @Test
    void SOP_2_an_answer_bears_the_file_for_people_and_the_name_for_programs() {
        String name = PictureName.of(JPEG).orElseThrow();
        String answer = PictureName.answer("hide in July.jpg", name);

        assertThat(PictureName.inAnswer(answer)).hasValue(name);
        assertThat(PictureName.spoken(answer)).isEqualTo("hide in July.jpg");
        assertThat(PictureName.inAnswer("hide.jpg")).isEmpty();
        assertThat(PictureName.spoken("hide.jpg")).isEqualTo("hide.jpg");
        String longest = PictureName.answer("x".repeat(9_999), name);
        assertThat(longest).hasSize(StepItem.ANSWER_LENGTH_MAX);
        assertThat(PictureName.inAnswer(longest)).hasValue(name);
    }
}
