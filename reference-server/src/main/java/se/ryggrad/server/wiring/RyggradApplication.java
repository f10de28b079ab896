package se.ryggrad.server.wiring;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Mounts the contract: base URLs are {@code http://{host}/ryggrad/{principal}/v1}. */
@ApplicationPath("/ryggrad")
public class RyggradApplication extends Application {}
