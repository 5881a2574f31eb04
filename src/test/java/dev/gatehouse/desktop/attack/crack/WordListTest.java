package dev.gatehouse.desktop.attack.crack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where words come from. */
final class WordListTest {
  @TempDir private Path folder;

  @Test
  void theListThatComesWithItIsLongAndBeginsWithTheMostCommon() {
    assertThat(WordList.commonPasswords().words())
        .hasSizeGreaterThanOrEqualTo(10_000)
        .startsWith("123456", "password");
  }

  @Test
  void noMoreOfItAreReadThanAreWanted() {
    assertThat(WordList.commonPasswords(3).words())
        .containsExactly("123456", "password", "12345678");
  }

  @Test
  void firstNamesComeWithItToo() {
    assertThat(WordList.firstNames(100).words()).hasSize(100).startsWith("mary");
  }

  @Test
  void aListOfOnesOwnMayHoldAnyLetters() throws IOException {
    Path file = Files.writeString(folder.resolve("words"), "größe\r\nпароль\n密码");

    assertThat(WordList.read(file).words()).containsExactly("größe", "пароль", "密码");
  }

  @Test
  void linesThatAreNoWordsArePassedOver() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("one\n\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    bytes.writeBytes(("x".repeat(5_000) + "\ntwo words\n").getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("words"), bytes.toByteArray());

    assertThat(WordList.read(file).words()).containsExactly("one", "two words");
  }
}
