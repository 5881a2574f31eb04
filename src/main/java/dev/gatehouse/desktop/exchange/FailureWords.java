package dev.gatehouse.desktop.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Why no response came, for people to read: what happened, why, and what to try. */
final class FailureWords {
  private FailureWords() {}

  static String of(IOException failure, HttpUrl url) {
    String place = url.host() + ":" + url.port();
    if (failure instanceof UnknownHostException) {
      return "There is no host named "
          + url.host()
          + ", or its name cannot be looked up now. Check how it is written, and the network.";
    }
    if (failure instanceof SSLException || has(failure, SSLException.class)) {
      return tls(failure, place);
    }
    if (failure instanceof SocketTimeoutException) {
      return timeout(failure, place);
    }
    if (failure instanceof NoRouteToHostException) {
      return "There is no way to " + place + ". Check the address, and the network.";
    }
    if (failure instanceof ConnectException) {
      return "Nothing answers at "
          + place
          + ". The connection was refused, so no program listens there. Start the server, or correct the address.";
    }
    if (failure instanceof ProtocolException) {
      return "What came from "
          + place
          + " cannot be read as HTTP/1.1 ("
          + failure.getMessage()
          + "). Look at the raw bytes, and check that this is the port of an HTTP server.";
    }
    if (has(failure, EOFException.class) || failure instanceof SocketException) {
      return "The connection to "
          + place
          + " was closed before there was a whole answer. The server may have stopped, or this port may speak"
          + " another protocol"
          + (url.isHttps() ? "." : ", such as https.")
          + " Look at the raw bytes, then try again.";
    }
    return "There was no answer from " + place + " (" + failure.getMessage() + "). Try again.";
  }

  private static String timeout(IOException failure, String place) {
    boolean connecting =
        String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    return connecting
        ? place
            + " could not be reached in time. Something on the way may swallow the connection. Check the address, and"
            + " the network."
        : "No answer came from "
            + place
            + " in time. It is reachable but busy, or it waits for more. Check Content-Length if you wrote one, then"
            + " try again.";
  }

  private static String tls(IOException failure, String place) {
    if (has(failure, CertificateExpiredException.class)) {
      return "The certificate of "
          + place
          + " has expired. Renew it, or check this machine's clock.";
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return "The certificate of "
          + place
          + " is not valid yet. Check the clocks of both machines.";
    }
    if (failure instanceof SSLPeerUnverifiedException) {
      return "The certificate of "
          + place
          + " is for another name, so this may be another server (RFC 9110 §4.3.4). Call it by the name that is in"
          + " its certificate.";
    }
    if (has(failure, CertPathBuilderException.class)) {
      return "The certificate of "
          + place
          + " was not signed by an authority that is trusted here, so anybody may have made it. If it is a Gatehouse"
          + " started elsewhere, call the one that this window started.";
    }
    if (String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized SSL message")) {
      return "What answers at " + place + " does not speak TLS. Try http:// in place of https://.";
    }
    return "No encrypted connection to "
        + place
        + " came about ("
        + failure.getMessage()
        + "). Check that this port speaks https.";
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
