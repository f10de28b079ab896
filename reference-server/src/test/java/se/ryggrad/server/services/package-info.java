/** Tests of the e-services that come with the server. */
@NullMarked
package se.ryggrad.server.services;

import org.jspecify.annotations.NullMarked;
