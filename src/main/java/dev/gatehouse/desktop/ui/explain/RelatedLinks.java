package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.LessonChecker;
import dev.gatehouse.desktop.lesson.LessonLibrary;
import dev.gatehouse.desktop.lesson.LessonReader;
import dev.gatehouse.desktop.lesson.Names;
import dev.gatehouse.desktop.ui.shell.Navigator;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.server.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lessons that ship with the program and the attacks, by the checks and rules that they are
 * about: a lesson says so itself, an attack by the weakness that lets it in.
 */
final class RelatedLinks {
  /** Some checks are part of every lesson. */
  private static final int MOST_LESSONS = 3;

  private final Supplier<List<Catalogue.Switch>> weaknesses;
  private final Navigator navigator;
  private @Nullable List<Lesson> lessons;

  /**
   * Links that nobody asked for yet.
   *
   * @param weaknesses what each takes away
   * @param navigator opens what is linked to
   */
  RelatedLinks(Supplier<List<Catalogue.Switch>> weaknesses, Navigator navigator) {
    this.weaknesses = weaknesses;
    this.navigator = navigator;
  }

  /**
   * What is about this check or rule. Reads the lessons when first called: not for the JavaFX
   * thread.
   *
   * @throws IOException if the lessons cannot be read
   */
  List<Related> of(String id) throws IOException, InterruptedException {
    return Stream.concat(
            lessons().stream().filter(one -> one.isAbout(id)).limit(MOST_LESSONS).map(this::link),
            attacks(id).map(this::link))
        .toList();
  }

  private synchronized List<Lesson> lessons() throws IOException, InterruptedException {
    List<Lesson> read = lessons;
    if (read == null) {
      // Whether their names are right is for the Learn page to say.
      LessonChecker checker = new LessonChecker(new LessonReader(Names.any()));
      read = LessonLibrary.visitBundled(checker::check).lessons();
      lessons = read;
    }
    return read;
  }

  private Stream<Attack> attacks(String id) {
    Set<String> removing =
        weaknesses.get().stream()
            .filter(weakness -> weakness.removes().equals(id))
            .map(Catalogue.Switch::name)
            .collect(Collectors.toSet());
    return Attacks.all().stream().filter(one -> removing.contains(one.card().weakness()));
  }

  private Related link(Lesson lesson) {
    return new Related(
        "Lesson: " + lesson.title(), () -> navigator.open(new Subject.Lesson(lesson.slug())));
  }

  private Related link(Attack attack) {
    return new Related(
        "Attack: " + attack.card().title(),
        () -> navigator.open(new Subject.Attack(attack.name())));
  }
}
