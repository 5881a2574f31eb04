package dev.gatehouse.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the desktop program. */
@AnalyzeClasses(
    packages = "dev.gatehouse.desktop",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheScreenKnowsJavaFx =
      noClasses()
          .that()
          .resideOutsideOfPackage("..desktop.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "atlantafx..", "org.fxmisc..", "org.kordamp..");

  @ArchTest
  static final ArchRule nobodyReachesIntoJavaFx =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.sun..");

  @ArchTest
  static final ArchRule theWireKnowsNoScreenAndNoLesson =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..desktop.exchange..", "..desktop.credential..", "..desktop.export..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..desktop.ui..", "..desktop.lesson..", "..desktop.attack..", "..desktop.command..");

  @ArchTest
  static final ArchRule attacksAndLessonsJudgeByTheAnswerAlone =
      noClasses()
          .that()
          .resideInAnyPackage("..desktop.attack..", "..desktop.lesson..")
          .and()
          .haveSimpleNameNotEndingWith("Runner")
          .and()
          .haveSimpleNameNotEndingWith("Player")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..server.weakness..")
          .because("success is what the server gave away, never the position of a switch");
}
