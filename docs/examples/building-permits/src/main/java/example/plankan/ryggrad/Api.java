package example.plankan.ryggrad;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Mounts the contract at {@code /ryggrad/{principal}/v1}; the SDK brings the rest. */
@ApplicationPath("/ryggrad")
public class Api extends Application {}
