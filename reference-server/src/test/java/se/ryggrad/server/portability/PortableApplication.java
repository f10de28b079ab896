package se.ryggrad.server.portability;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Is all that an application needs to write to serve the contract on the engine's defaults. */
@ApplicationPath("/")
public class PortableApplication extends Application {}
