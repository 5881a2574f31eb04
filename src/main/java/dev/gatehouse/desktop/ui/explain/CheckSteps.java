package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.explain.Detail.Style;
import dev.gatehouse.desktop.ui.explain.Step.Part;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.util.ArrayList;
import java.util.List;

/** Turns checks into steps: those that ran, and those that will run. */
final class CheckSteps {
  private static final String CALLER = ":caller:";

  private CheckSteps() {}

  /** One step for each check of a verification, in order. */
  static List<Step> of(Verification verification, int hop) {
    List<Step> steps = new ArrayList<>();
    for (CheckResult check : verification.checks()) {
      steps.add(step(check, key(hop, check.id(), steps.size()), Part.AUTHENTICATION, hop));
    }
    return steps;
  }

  /** One step for each thing that the caller checked of the answer to a hop, in order. */
  static List<Step> ofCaller(List<CheckResult> checks, int hop) {
    return checks.stream()
        .map(check -> step(check, hop + CALLER + check.id(), Part.RESPONSE, hop))
        .toList();
  }

  /** Whether it is a check that the caller made. */
  static boolean isOfCaller(Step step) {
    return step.key().contains(CALLER);
  }

  private static Step step(CheckResult check, String key, Part part, int hop) {
    return new Step(
        key, part, hop, Mark.of(check.outcome()), check.question(), note(check), detail(check));
  }

  /** One step for each check of a scheme, none of which has run. */
  static List<Step> planned(Catalogue.Scheme scheme, int hop) {
    List<Step> steps = new ArrayList<>();
    for (Catalogue.Item item : scheme.checks()) {
      steps.add(planned(item, key(hop, item.id(), steps.size()), Part.AUTHENTICATION, hop));
    }
    return steps;
  }

  /** One step for each check that the caller will make of an answer. */
  static List<Step> plannedByCaller(List<Check<?>> checks, int hop) {
    return checks.stream()
        .map(check -> new Catalogue.Item(check.id(), check.question(), check.source(), check.why()))
        .map(item -> planned(item, hop + CALLER + item.id(), Part.RESPONSE, hop))
        .toList();
  }

  private static Step planned(Catalogue.Item item, String key, Part part, int hop) {
    Detail detail =
        Detail.about(item.question(), item.id(), item.source()).text("Why", item.why()).build();
    return new Step(key, part, hop, Mark.PENDING, item.question(), "", detail);
  }

  private static String key(int hop, String id, int position) {
    return hop + ":check:" + position + ":" + id;
  }

  private static String note(CheckResult check) {
    if (check.weakness() != null) {
      return check.weakness();
    }
    return check.outcome() == Outcome.FAILED ? check.actual() : "";
  }

  private static Detail detail(CheckResult check) {
    Detail.Builder detail =
        Detail.about(check.question(), check.id(), check.source())
            .text("Expected", check.expected());
    switch (check.outcome()) {
      case PASSED -> detail.text("Found", check.actual());
      case FAILED -> detail.line("Found", check.actual(), Style.WRONG, false);
      case SKIPPED ->
          detail.line(
              "Not asked",
              "The weakness " + check.weakness() + " is on and takes this check away.",
              Style.WARNING,
              false);
      case NOT_REACHED ->
          detail.text("Not reached", "A check before this one failed, so it was never asked.");
    }
    detail.text("Why", check.why());
    for (Evidence evidence : check.evidence()) {
      detail.line(capital(evidence.label()), evidence.value(), Style.CODE, evidence.secret());
    }
    if (check.refusal() != null) {
      detail.text("Answered", StatusPhrase.line(check.refusal().status(), ""));
    }
    if (check.outcome() == Outcome.PASSED || check.outcome() == Outcome.FAILED) {
      detail.text("Took", Texts.time(check.micros()));
    }
    return detail.build();
  }

  static String capital(String label) {
    return label.isEmpty() ? label : Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }
}
