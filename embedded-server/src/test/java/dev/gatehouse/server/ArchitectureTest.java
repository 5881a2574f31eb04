package dev.gatehouse.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The walls of the server, so that each package can be read without the others. */
@AnalyzeClasses(
    packages = "dev.gatehouse.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule theTraceKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("..server.trace..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("..server.trace..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule theCalendarKnowsNoHttp =
      noClasses()
          .that()
          .resideInAPackage("..server.calendar..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..server.http..",
              "..server.authn..",
              "org.eclipse.jetty..",
              "java.net.http..",
              "okhttp3..");

  @ArchTest
  static final ArchRule identityKnowsNoHttp =
      noClasses()
          .that()
          .resideInAPackage("..server.identity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..server.http..", "..server.authn..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule whoYouAreIsSettledWithoutTheCalendar =
      noClasses()
          .that()
          .resideInAPackage("..server.authn..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..server.calendar..", "..server.http..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule theAuthorizationServerKnowsNeitherHttpNorTheCalendar =
      noClasses()
          .that()
          .resideInAPackage("..server.oauth..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..server.calendar..", "..server.http..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule theServerNeverKnowsTheDesktop =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.gatehouse.desktop..", "javafx..");

  @ArchTest
  static final ArchRule onlyTheServersOwnDoorsHandleTheSwitches =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..server.authn..",
              "..server.authz..",
              "..server.brought..",
              "..server.calendar..",
              "..server.identity..",
              "..server.jose..",
              "..server.oauth..",
              "..server.trace..",
              "..server.trust..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..server.weakness..")
          .because(
              "a weakness takes a check away where the check is declared, and nothing else may ask");

  @ArchTest
  static final ArchRule packagesDoNotTurnInCircles =
      SlicesRuleDefinition.slices()
          .matching("dev.gatehouse.server.(*)..")
          .should()
          .beFreeOfCycles();
}
