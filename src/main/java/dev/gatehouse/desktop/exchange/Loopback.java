package dev.gatehouse.desktop.exchange;

import java.util.Set;
import okhttp3.HttpUrl;

/** Addresses of this machine on this machine: what goes there crosses no network. */
public final class Loopback {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "::1");

  private Loopback() {}

  /** Whether this is one. */
  public static boolean contains(HttpUrl url) {
    return HOSTS.contains(url.host());
  }
}
