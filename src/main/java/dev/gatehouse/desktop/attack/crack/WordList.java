package dev.gatehouse.desktop.attack.crack;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Words to try, those that people choose most often first.
 *
 * @param words in the order in which they are tried
 */
public record WordList(List<String> words) {
  private static final String DICTIONARIES = "matchers/dictionaries/";

  /** No secret is as long as that; a file that is no word list has such lines. */
  private static final int LONGEST = 1_000;

  private static final char UNREADABLE = '\uFFFD';

  public WordList {
    words = List.copyOf(words);
  }

  /**
   * The 30,000 most common passwords, the most common first, as they were found in what was stolen
   * from many services. They come with zxcvbn.
   */
  public static WordList commonPasswords() {
    return commonPasswords(Integer.MAX_VALUE);
  }

  /** As many of the most common passwords. No more of them are read. */
  public static WordList commonPasswords(int count) {
    return shipped("passwords.txt", count);
  }

  /** As many first names, the most common first: what account names are guessed from. */
  public static WordList firstNames(int count) {
    return shipped("female_names.txt", count);
  }

  /**
   * Somebody's own list: a text in UTF-8 with one word on each line. Lines that are empty, not
   * UTF-8 or far too long are passed over.
   *
   * @throws IOException if it cannot be read
   */
  public static WordList read(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      return read(input, Integer.MAX_VALUE);
    }
  }

  private static WordList shipped(String name, int count) {
    try (InputStream input =
        Objects.requireNonNull(
            Zxcvbn.class.getResourceAsStream(DICTIONARIES + name), DICTIONARIES + name)) {
      return read(input, count);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static WordList read(InputStream input, int count) throws IOException {
    // This reader puts a sign in the place of what is not UTF-8, and goes on.
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      return new WordList(
          reader
              .lines()
              .filter(line -> !line.isEmpty() && line.length() <= LONGEST)
              .filter(line -> line.indexOf(UNREADABLE) < 0)
              .limit(count)
              .toList());
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
