/** Plain SQL on a pooled connection: statements, transactions, the two databases' spellings, and the schema. */
@NullMarked
package se.ryggrad.core.jdbc.sql;

import org.jspecify.annotations.NullMarked;
