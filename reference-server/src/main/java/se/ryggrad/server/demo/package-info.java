/** What makes a test server worth trying by hand: people who may act for others, and whose personal data is protected. */
@NullMarked
package se.ryggrad.server.demo;

import org.jspecify.annotations.NullMarked;
