/** Whom the server trusts: issuers, system clients, and the issuer it makes itself for trying things out. */
@NullMarked
package se.ryggrad.server.security;

import org.jspecify.annotations.NullMarked;
