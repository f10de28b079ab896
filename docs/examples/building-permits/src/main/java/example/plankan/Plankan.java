package example.plankan;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Mounts what the officers' program calls. */
@ApplicationPath("/plankan")
public class Plankan extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ArendeResource.class);
    }
}
