package dev.gatehouse.server.identity;

import java.time.Instant;

/**
 * A secret by which somebody signs requests. Unlike a password or an API key it is kept as it is,
 * for the server has to make the same signature.
 *
 * @param accessKey its public name
 * @param secretKey the secret itself
 * @param personId whom it stands for
 * @param createdAt when it was issued
 */
public record SigningKey(String accessKey, String secretKey, String personId, Instant createdAt) {
  /** Where requests that are signed with it are meant for, as AWS would say. */
  public static final String REGION = "local";

  /** What requests that are signed with it are meant for, as AWS would say. */
  public static final String SERVICE = "calendar";
}
