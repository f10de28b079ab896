/** Tests of whom the server trusts. */
@NullMarked
package se.ryggrad.server.security;

import org.jspecify.annotations.NullMarked;
