package dev.gatehouse.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The database behind a server: one in memory that goes with it, or one that is kept. */
final class Database implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 10;
  private static final int FEWEST_CONNECTIONS = 1;
  private static final long PATIENCE_MILLIS = 10_000;

  private final HikariDataSource source;
  private final boolean inMemory;

  private Database(HikariDataSource source, boolean inMemory) {
    this.source = source;
    this.inMemory = inMemory;
  }

  /**
   * Connects to a database.
   *
   * @param url a JDBC URL, or null for a new one in memory
   * @throws ServerStartException if it cannot be reached
   */
  static Database open(@Nullable String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("gatehouse");
    config.setJdbcUrl(url == null ? "jdbc:h2:mem:" + UUID.randomUUID() : url);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(FEWEST_CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    if (url == null) {
      config.setJdbcUrl(config.getJdbcUrl() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + PATIENCE_MILLIS);
    }
    try {
      return new Database(new HikariDataSource(config), url == null);
    } catch (HikariPool.PoolInitializationException | IllegalStateException unreachable) {
      throw new ServerStartException(
          "The database " + shown(url) + " cannot be opened: " + reason(unreachable, url),
          unreachable);
    } catch (RuntimeException noDriver) {
      throw new ServerStartException(
          "There is no driver for the database " + shown(url) + ": " + reason(noDriver, url),
          noDriver);
    }
  }

  /** How it is spoken to. */
  Jdbi jdbi() {
    return Jdbi.create(source);
  }

  @Override
  public void close() {
    if (inMemory) {
      try {
        jdbi().useHandle(handle -> handle.execute("SHUTDOWN"));
      } catch (JdbiException gone) {
        // It has been shut down already, which is all that was wanted.
        source.close();
        return;
      }
    }
    source.close();
  }

  /** A URL without what may be secret in it: its parameters, and who it says is calling. */
  private static String shown(@Nullable String url) {
    return url == null ? "in memory" : url.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//");
  }

  private static String reason(Throwable failure, @Nullable String url) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return url == null ? message : message.replace(url, shown(url));
  }
}
