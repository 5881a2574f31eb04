package dev.gatehouse.desktop.ui.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.attack.AttackResult;
import dev.gatehouse.desktop.attack.AttackStep;
import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.attack.crack.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the Attack page knows, without a window and without servers. */
final class AttackModelTest {
  private final List<Attack> attacks = Attacks.all();
  private final AttackModel model =
      new AttackModel(
          attacks,
          AttackModelTest::twoSteps,
          (work, done, failed) -> {
            try {
              done.accept(work.call());
            } catch (Exception wrong) {
              failed.accept(wrong);
            }
            return () -> {};
          },
          Runnable::run);

  @Test
  void attacksAreFoundByAnyOfTheirWords() {
    assertThat(model.matching("rfc 8725 none")).extracting(Attack::name).contains("jwt-alg-none");
    assertThat(model.matching("accept-alg-none")).hasSize(1);
    assertThat(model.matching("")).isEqualTo(attacks);
  }

  @Test
  void allStepsShowOnceAnAttackWasCarriedOut() {
    model.run();

    assertThat(model.outcome()).isPresent();
    assertThat(model.shown().get()).isEqualTo(2);
    assertThat(model.decided()).isTrue();
  }

  @Test
  void whatCameOfARunIsToldOnce() {
    List<Number> told = new ArrayList<>();
    model.changes().addListener((observable, before, now) -> told.add(now));

    model.run();

    assertThat(told).hasSize(1);
  }

  @Test
  void steppingBackHidesTheVerdictUntilItsStepIsShownAgain() {
    model.run();

    assertThat(model.previous()).isTrue();
    assertThat(model.decided()).isFalse();
    assertThat(model.next()).isTrue();
    assertThat(model.decided()).isTrue();
    assertThat(model.next()).isFalse();
  }

  @Test
  void runningAllCarriesEveryAttackOut() {
    model.runAll();

    assertThat(model.outcomes()).hasSize(attacks.size());
    assertThat(model.running().get()).isFalse();
    assertThat(model.tally()).contains("each gets in where weakened and is stopped where hardened");
  }

  @Test
  void anotherAttackBeginsWithItsOwnSteps() {
    model.run();
    model.selected().set(attacks.get(1));

    assertThat(model.outcome()).isEmpty();
    assertThat(model.stepCount()).isZero();
    assertThat(model.next()).isFalse();
  }

  @Test
  void howFarAnAttackHasComeIsSaidWhileItRuns() {
    List<String> told = new ArrayList<>();
    model.progress().addListener((observable, before, now) -> told.add(now));

    model.run();

    assertThat(told).containsExactly("Tried 5 of 10, 5 a second", "");
  }

  @Test
  void whatACancelledAttackStillSaysIsNotTold() {
    List<Consumer<Progress>> listeners = new ArrayList<>();
    AttackModel cancelled =
        new AttackModel(
            attacks,
            (attack, progress) -> {
              listeners.add(progress);
              return twoSteps(attack, progress);
            },
            (work, done, failed) -> {
              try {
                work.call();
              } catch (Exception wrong) {
                failed.accept(wrong);
              }
              return () -> {};
            },
            Runnable::run);
    cancelled.run();

    cancelled.cancel();
    listeners.get(0).accept(new Progress(6, 10, Duration.ofSeconds(1)));

    assertThat(cancelled.progress().get()).isEmpty();
  }

  private static AttackOutcome twoSteps(Attack attack, Consumer<Progress> progress) {
    progress.accept(new Progress(5, 10, Duration.ofSeconds(1)));
    AttackStep step = new AttackStep("attacker", "Does it.", List.of(), null);
    AttackResult hardened = new AttackResult(false, "Nothing.", List.of(step, step), "a.check");
    AttackResult weakened = new AttackResult(true, "Everything.", List.of(step, step), "");
    return new AttackOutcome(attack, hardened, weakened);
  }
}
