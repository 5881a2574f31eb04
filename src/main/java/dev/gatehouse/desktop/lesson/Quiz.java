package dev.gatehouse.desktop.lesson;

import java.util.List;
import java.util.Optional;

/** A question that is answered by choosing, ordering, pointing or sorting; nothing is typed. */
public sealed interface Quiz extends Lesson.Part
    permits Quiz.Choice, Quiz.Order, Quiz.PickHeaderLine, Quiz.Classify {
  /** Its name within the lesson, for example {@code quiz-2}. */
  String id();

  /** The question. */
  String ask();

  /**
   * Choose one answer.
   *
   * @param answers in the order in which they are shown; at least one is right
   */
  record Choice(String id, String ask, List<Answer> answers) implements Quiz {
    public Choice {
      answers = List.copyOf(answers);
    }
  }

  /**
   * Bring steps into their order.
   *
   * @param steps in the right order; shown shuffled
   * @param feedback why this order
   */
  record Order(String id, String ask, List<String> steps, String feedback) implements Quiz {
    public Order {
      steps = List.copyOf(steps);
    }

    /** The first place at which this order is wrong, counted from 0; empty if it is right. */
    public Optional<Integer> firstMistake(List<String> order) {
      for (int i = 0; i < steps.size(); i++) {
        if (i >= order.size() || !order.get(i).equals(steps.get(i))) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Point at the line of a message that answers the question.
   *
   * @param lines each line of the message with what is said when it is picked
   */
  record PickHeaderLine(String id, String ask, List<Answer> lines) implements Quiz {
    public PickHeaderLine {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Put each sentence into its group.
   *
   * @param groups the groups, in the order in which they are shown
   * @param sentences what is to be sorted
   */
  record Classify(String id, String ask, List<String> groups, List<Sentence> sentences)
      implements Quiz {
    public Classify {
      groups = List.copyOf(groups);
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A sentence to be put into a group.
   *
   * @param text the sentence
   * @param group where it belongs
   * @param feedback why
   */
  record Sentence(String text, String group, String feedback) {}
}
