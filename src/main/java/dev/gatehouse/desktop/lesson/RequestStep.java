package dev.gatehouse.desktop.lesson;

import dev.gatehouse.server.trace.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request in a lesson: a call, who makes it, and with which credential. Written as the start of a
 * task, or as a step of its solution, where everything left out is as in the start.
 *
 * @param method for example {@code GET}; null if left out
 * @param path path and query, for example {@code /me}; null if left out
 * @param person whose credential is taken, for example {@code bob}; null if left out
 * @param credential the type of credential, for example {@code basic}; null if left out
 * @param fields values of the credential's fields that differ from the person's own, by field name
 * @param headers further header lines
 * @param body the request's body; null if left out
 * @param token what is done to the person's JSON Web Token; null if nothing
 */
public record RequestStep(
    @Nullable String method,
    @Nullable String path,
    @Nullable String person,
    @Nullable String credential,
    Map<String, String> fields,
    List<Header> headers,
    @Nullable String body,
    @Nullable TokenEdit token) {
  public RequestStep {
    fields = new LinkedHashMap<>(fields);
    headers = List.copyOf(headers);
  }

  /** This step, with whatever it leaves out taken from {@code start}. */
  public RequestStep over(RequestStep start) {
    boolean sameCredential = credential == null || credential.equals(start.credential);
    return new RequestStep(
        method == null ? start.method : method,
        path == null ? start.path : path,
        person == null ? start.person : person,
        credential == null ? start.credential : credential,
        fields.isEmpty() && sameCredential ? start.fields : fields,
        headers.isEmpty() ? start.headers : headers,
        body == null ? start.body : body,
        token == null && sameCredential ? start.token : token);
  }
}
