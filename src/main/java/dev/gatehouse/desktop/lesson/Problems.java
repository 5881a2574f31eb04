package dev.gatehouse.desktop.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found wrong with one file so far. */
final class Problems {
  private final String path;
  private final List<Problem> found = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param path the file, as it is to be named
   */
  Problems(String path) {
    this.path = path;
  }

  /** Notes one; lines are counted from 1. */
  void add(int line, String message) {
    found.add(new Problem(path, line, message));
  }

  /** Those found, by line. */
  List<Problem> all() {
    return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }
}
