/**
 * Lessons as data: reading them from Markdown and YAML, checking every name in them against the
 * server, judging an exchange by a task's conditions, playing solutions, and keeping a person's
 * progress. How a lesson looks is for {@code ui}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.lesson.Lesson}; the format is described in
 * {@code lessons/README.md}.
 */
@NullMarked
package dev.gatehouse.desktop.lesson;

import org.jspecify.annotations.NullMarked;
