/** The data of the standard as judges of answers: schemas, the hash chain, the table of actions, lists in whole. */
@org.jspecify.annotations.NullMarked
package se.ryggrad.conformance.contract;
